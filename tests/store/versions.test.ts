import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import { addAsset, readAsset, readStagedOutput, STAGED_MS } from '../../lib/store/assets.ts';
import { connect, OtherVersion } from '../../lib/store/database.ts';
import { getProjects } from '../../lib/store/projects.ts';
import { STORE_NAMES, STORE_VERSION } from '../../lib/store/schema.ts';
import { sweep } from '../../lib/store/sweep.ts';
import { createStore } from '../../lib/store/transaction.ts';
import { seeded } from '../fakes/studio.ts';

describe('opening the store', () => {
  beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));

  it('a page on a fresh profile makes nothing, and asks the background first', async () => {
    let asked = 0;
    const page = connect({ as: 'page', askBackground: () => Promise.resolve(void asked++) });
    await expect(page.db()).rejects.toBeInstanceOf(OtherVersion);
    expect(asked).toBe(1);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('a page opens what the background has made meanwhile', async () => {
    const background = connect({ as: 'background' });
    const page = connect({ as: 'page', askBackground: async () => void (await background.db()) });
    expect([...(await page.db()).objectStoreNames].toSorted()).toEqual([...STORE_NAMES].toSorted());
  });

  it('every connection closes when another version takes over, and says so', async () => {
    let warned = 0;
    const page = connect({ as: 'background', onOtherVersion: () => void warned++ });
    await page.db();
    const newer = await openDB('retake', STORE_VERSION + 1);
    expect(newer.version).toBe(STORE_VERSION + 1);
    expect(warned).toBe(1);
    await expect(page.db()).rejects.toBeInstanceOf(OtherVersion);
    newer.close();
  });

  it('a store of a newer version is left alone', async () => {
    (await openDB('retake', STORE_VERSION + 1)).close();
    await expect(connect({ as: 'background' }).db()).rejects.toBeInstanceOf(OtherVersion);
  });

  it('[L16] a damaged row is named and never passed on', async () => {
    const store = createStore(connect({ as: 'background' }), () => undefined);
    const db = await store.connection.db();
    await db.put('projects', { id: 'project:0000000000000000', name: 7 });
    await expect(store.read(getProjects)).rejects.toThrow(/^projects: \w+: /);
  });
});

describe('bytes', () => {
  beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));

  it('[L11] are added once under their hash, staged for their owner, and never overwritten', async () => {
    const store = createStore(connect({ as: 'background' }), () => undefined);
    const [one, two] = [newId('attempt', seeded(1)), newId('attempt', seeded(2))];
    const first = await addAsset(store, new Blob(['same']), one, 'output', 0);
    const second = await addAsset(store, new Blob(['same']), two, 'output', 0);
    expect(second).toEqual(first);
    if (!first.ok) throw new Error(first.fault.type);
    const db = await store.connection.db();
    expect(await db.count('assets')).toBe(1);
    expect(await db.count('staged')).toBe(2);
    expect(await readStagedOutput(store, one)).toBe(first.value);
    expect(await (await readAsset(store, first.value))?.text()).toBe('same');
  });

  it('[L12] are swept only once no stage holds them', async () => {
    const store = createStore(connect({ as: 'background' }), () => undefined);
    const [one, two] = [newId('attempt', seeded(1)), newId('attempt', seeded(2))];
    const added = await addAsset(store, new Blob(['a']), one, 'output', 0);
    await addAsset(store, new Blob(['a']), two, 'output', 1_000);
    if (!added.ok) throw new Error(added.fault.type);
    expect(await sweep(store, STAGED_MS)).toBe(0);
    expect(await readAsset(store, added.value)).not.toBeNull();
    expect(await sweep(store, STAGED_MS + 1_000)).toBe(1);
    expect(await readAsset(store, added.value)).toBeNull();
  });

  it('[L16] none, or too many, are refused with a size', async () => {
    const store = createStore(connect({ as: 'background' }), () => undefined);
    const answer = await addAsset(store, new Blob([]), newId('attempt', seeded(1)), 'output', 0);
    expect(answer).toMatchObject({ ok: false, fault: { type: 'WrongMedia', field: 'size', got: '0 B' } });
  });
});
