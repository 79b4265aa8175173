import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts';
import { addAsset, hasAsset } from '../../lib/store/assets.ts';
import { getSettings, putSettings } from '../../lib/store/settings.ts';
import { nextCount } from '../../lib/store/transaction.ts';
import { openStudio, type Studio } from '../fakes/studio.ts';

describe('a transaction of the store', () => {
  let studio: Studio;
  beforeEach(async () => {
    studio = await openStudio();
  });

  it('tells each change once, after the commit, with the next revision', async () => {
    for (const paused of [true, false]) {
      await studio.store.write('relaxed', async (tx) => {
        await putSettings(tx, { ...DEFAULT_SETTINGS, paused });
        await putSettings(tx, { ...DEFAULT_SETTINGS, paused });
        expect(studio.notices).toHaveLength(paused ? 0 : 1);
      });
    }
    expect(studio.notices).toEqual([
      { type: 'changed', revision: 1, what: [{ type: 'settings' }] },
      { type: 'changed', revision: 2, what: [{ type: 'settings' }] },
    ]);
  });

  it('that throws writes nothing, tells nothing and uses no revision', async () => {
    const broken = studio.store.write('relaxed', async (tx) => {
      await putSettings(tx, { ...DEFAULT_SETTINGS, paused: true });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await studio.store.read(getSettings)).toEqual(DEFAULT_SETTINGS);
    await studio.store.write('relaxed', (tx) => putSettings(tx, DEFAULT_SETTINGS));
    expect(studio.notices).toEqual([{ type: 'changed', revision: 1, what: [{ type: 'settings' }] }]);
  });

  it('in which nothing was asked ends all the same', async () => {
    expect(await studio.store.write('relaxed', () => Promise.resolve('done'))).toBe('done');
    expect(studio.notices).toEqual([]);
  });

  it('counts on without waiting for what it counted before', async () => {
    const counted = await studio.store.write('relaxed', async (tx) => [
      await nextCount(tx.idb, 'sequence'),
      await nextCount(tx.idb, 'sequence'),
    ]);
    expect(counted).toEqual([1, 2]);
  });

  it('keeps the first bytes of a hash where the same come again', async () => {
    const owner = studio.commandId();
    const [first, again] = [
      await addAsset(studio.store, new Blob(['same']), owner, 'output', 1),
      await addAsset(studio.store, new Blob(['same']), owner, 'output', 2),
    ];
    expect(again).toEqual(first);
    if (!first.ok) throw new Error(first.fault.type);
    expect(await studio.store.read((tx) => hasAsset(tx, first.value))).toBe(true);
  });
});
