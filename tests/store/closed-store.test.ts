import { forceCloseDatabase } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts';
import { addAsset, readAsset } from '../../lib/store/assets.ts';
import { getSettings, putSettings } from '../../lib/store/settings.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { openStudio, type Studio } from '../fakes/studio.ts';

const PAUSED = { ...DEFAULT_SETTINGS, paused: true };

describe('[L10] a store that the browser closes', () => {
  let studio: Studio;
  beforeEach(async () => {
    studio = await openStudio();
  });

  /** As the browser does, before it tells so. */
  const closeStore = async (): Promise<void> => (await studio.store.connection.db()).close();
  const closeUnder = async (tx: AnyTx): Promise<void> => {
    tx.idb.abort();
    await closeStore();
  };

  it('is opened again for who comes next', async () => {
    await closeStore();
    await studio.store.write('relaxed', (tx) => putSettings(tx, PAUSED));
    await closeStore();
    expect(await studio.store.read(getSettings)).toEqual(PAUSED);
  });

  it('under a write has the write done again, once and told once', async () => {
    let tries = 0;
    await studio.store.write('relaxed', async (tx) => {
      if (++tries === 1) await closeUnder(tx);
      await putSettings(tx, PAUSED);
    });
    expect(tries).toBe(2);
    expect(await studio.store.read(getSettings)).toEqual(PAUSED);
    expect(studio.notices).toEqual([{ type: 'changed', revision: 1, what: [{ type: 'settings' }] }]);
  });

  it('under a read has the read done again', async () => {
    let tries = 0;
    const read = studio.store.read(async (tx) => {
      if (++tries === 1) await closeUnder(tx);
      return getSettings(tx);
    });
    expect(await read).toEqual(DEFAULT_SETTINGS);
    expect(tries).toBe(2);
  });

  it('[L12] takes bytes and gives them all the same', async () => {
    await closeStore();
    const added = await addAsset(studio.store, new Blob(['bytes']), studio.commandId(), 'output', 1);
    if (!added.ok) throw new Error(added.fault.type);
    await closeStore();
    expect(await (await readAsset(studio.store, added.value))?.text()).toBe('bytes');
  });

  it('under something that never answers has it done again', async () => {
    const db = await studio.store.connection.db();
    let tries = 0;
    const used = studio.store.connection.use(() => {
      if (++tries === 2) return Promise.resolve('answered');
      // Its types take the class for the instance.
      queueMicrotask(() => forceCloseDatabase(unwrap(db) as unknown as typeof IDBDatabase));
      return new Promise<string>(() => undefined);
    });
    expect(await used).toBe('answered');
  });

  it('again and again gives up with what the browser said', async () => {
    let tries = 0;
    const read = studio.store.read(async (tx) => {
      tries++;
      await closeUnder(tx);
      return getSettings(tx);
    });
    await expect(read).rejects.toThrow(DOMException);
    expect(tries).toBe(3);
  });
});
