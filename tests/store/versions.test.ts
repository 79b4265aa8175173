import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_END_CARD } from '../../lib/domain/end-card.ts';
import { NO_RULES } from '../../lib/domain/prompt-rules.ts';
import { NO_CHOICES } from '../../lib/domain/choices.ts';
import { NO_LINES } from '../../lib/domain/prompt-lines.ts';
import { newId } from '../../lib/domain/ids.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts';
import { addAsset, isQuotaError, readAsset, readStagedOutput, STAGED_MS } from '../../lib/store/assets.ts';
import { forgetAnswers } from '../../lib/store/commands.ts';
import { connect, OtherVersion } from '../../lib/store/database.ts';
import { getFreshScenes, getSceneMarks, getUnsaved } from '../../lib/store/marks.ts';
import { MIGRATIONS } from '../../lib/store/migrations.ts';
import { getProjects } from '../../lib/store/projects.ts';
import { STORE_NAMES, STORE_VERSION, type Schema } from '../../lib/store/schema.ts';
import { LEAST_ROOM_BYTES } from '../../lib/store/room.ts';
import { getSettings } from '../../lib/store/settings.ts';
import { sweep } from '../../lib/store/sweep.ts';
import { createStore } from '../../lib/store/transaction.ts';
import { seeded, sceneIndex } from '../fakes/studio.ts';

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

  it('[L10] on a disk without room nobody opens or writes it, and both go on once there is room', async () => {
    let free = LEAST_ROOM_BYTES - 1;
    const store = createStore(
      connect({ as: 'background', freeBytes: () => Promise.resolve(free) }),
      () => undefined,
    );
    const write = (): Promise<void> => store.write('strict', (tx) => forgetAnswers(tx, 0));
    await expect(store.read(getProjects)).rejects.toSatisfy(isQuotaError);
    expect(await indexedDB.databases()).toEqual([]);
    free = LEAST_ROOM_BYTES;
    expect(await store.read(getProjects)).toEqual([]);
    free = LEAST_ROOM_BYTES - 1;
    await expect(write()).rejects.toSatisfy(isQuotaError);
    const owner = newId('attempt', seeded(1));
    free = LEAST_ROOM_BYTES + 3;
    await write();
    const full = { ok: false, fault: { type: 'StorageFull' } };
    expect(await addAsset(store, new Blob(['four']), owner, 'output', 0)).toEqual(full);
    expect(await addAsset(store, new Blob(['all']), owner, 'output', 0)).toMatchObject({ ok: true });
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

describe('a store of version 1', () => {
  beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));

  const project = {
    id: newId('project', seeded(1)),
    name: 'Mật ong',
    stem: 'Mat-ong',
    aspect: '16:9',
    videoFrom: 'picture',
    provider: 'animatic',
    paletteSeed: 7,
    nextIndex: 3,
    createdAt: 1,
    deletedAt: null,
  };
  const key = { projectId: project.id, sceneIndex: 2, kind: 'video', number: 1 };
  const mark = {
    ...key,
    starred: true,
    note: 'hay',
    archivedAt: null,
    binnedAt: null,
    seenAt: 5,
    saved: [{ name: 'Mat-ong/a.mp4', downloadId: 3 }],
  };

  async function putVersion1(): Promise<void> {
    const old = await openDB<Schema>('retake', 1, {
      upgrade: (db, _from, _to, tx) => void MIGRATIONS[0]?.({ db, tx }),
    });
    await old.put('projects', project);
    await old.put('marks', { ...mark, keys: { fresh: project.id } });
    await old.put('settings', { name: 'settings', language: 'vi', paused: true });
    await old.put('settings', { name: 'revision', count: 41 });
    old.close();
  }

  it('opens as the newest, and every row reads as today’s type', async () => {
    await putVersion1();
    const store = createStore(connect({ as: 'background' }), () => undefined);
    const read = await store.read(async (tx) => ({
      projects: await getProjects(tx),
      marks: await getSceneMarks(tx, project.id, sceneIndex(2)),
      settings: await getSettings(tx),
      fresh: await getFreshScenes(tx, project.id),
      unsaved: await getUnsaved(tx),
    }));
    expect(read).toEqual({
      projects: [
        {
          ...project,
          ...NO_CHOICES,
          ...NO_LINES,
          ...NO_RULES,
          ...NO_END_CARD,
          naming: 'ascii',
          client: '',
          afterImages: 'wait',
          captionStyle: 'band',
          film: null,
          archivedAt: null,
        },
      ],
      marks: [{ ...mark, toSave: null, missingAt: null }],
      settings: { ...DEFAULT_SETTINGS, language: 'vi', paused: true },
      fresh: new Set([2]),
      unsaved: [],
    });
    const db = await store.connection.db();
    expect(await db.get('settings', 'revision')).toEqual({ name: 'revision', count: 41 });
  });

  it('without settings keeps those of a fresh profile', async () => {
    (
      await openDB<Schema>('retake', 1, { upgrade: (db, _f, _t, tx) => void MIGRATIONS[0]?.({ db, tx }) })
    ).close();
    const store = createStore(connect({ as: 'background' }), () => undefined);
    expect(await store.read(getSettings)).toEqual(DEFAULT_SETTINGS);
  });

  it('stays as it is where a migration fails, and the defect is what is told', async () => {
    await putVersion1();
    const broken = vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
      throw new TypeError('broken');
    });
    await expect(connect({ as: 'background' }).db()).rejects.toThrow('broken');
    broken.mockRestore();
    expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([1]);
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

  it.each([
    [new DOMException('The quota is used up.', 'QuotaExceededError'), true],
    [new DOMException('Failed to write blobs (IOError)', 'DataError'), true],
    [new DOMException('Internal error.', 'UnknownError'), true],
    [new DOMException('The key is not valid.', 'DataError'), false],
    [new TypeError('broken'), false],
    ['QuotaExceededError', false],
  ])('a full disk is known by what Chrome says: %s', (error, isFull) => {
    expect(isQuotaError(error)).toBe(isFull);
  });
});
