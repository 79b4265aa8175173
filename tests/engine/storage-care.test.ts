import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/domain/command.ts';
import { isTakeNumber, newId, type ProjectId, type TakeNumber } from '../../lib/domain/ids.ts';
import { fail } from '../../lib/domain/result.ts';
import type { StorageUse } from '../../lib/domain/storage-use.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { getScene } from '../../lib/store/scenes.ts';
import { readStorageUse } from '../../lib/store/storage-reads.ts';
import { draft, generate, openStudio, sceneIndex, seeded, type Studio } from '../fakes/studio.ts';

const EMPTY: Command = { type: 'emptyBin', ordersOut: 'ask' };

/** One scene with as many image takes; the first is the pick. */
async function withTakes(count: number): Promise<{ readonly studio: Studio; readonly film: ProjectId }> {
  const studio = await openStudio();
  const film = await studio.project(1);
  for (let at = 0; at < count; at++) await makeTake(studio, film);
  return { studio, film };
}

async function makeTake(studio: Studio, film: ProjectId): Promise<void> {
  await studio.do(generate(film, 1, 'image'));
  await studio.settle();
}

function mark(film: ProjectId, number: number, what: { starred?: boolean; binned?: boolean }): Command {
  return {
    type: 'markTake',
    projectId: film,
    index: sceneIndex(1),
    kind: 'image',
    number: takeNumber(number),
    ...what,
  };
}
function takeNumber(value: number): TakeNumber {
  if (!isTakeNumber(value)) throw new Error('no number');
  return value;
}

function use(studio: Studio): Promise<StorageUse> {
  return studio.store.read(readStorageUse);
}

async function assets(studio: Studio): Promise<readonly string[]> {
  return (await studio.store.connection.db()).getAllKeys('assets');
}

async function numbers(studio: Studio, film: ProjectId): Promise<readonly number[]> {
  return (await studio.card(film, 1)).takes.image.map(({ take }) => take.number);
}

describe('the meter', () => {
  it('counts each asset once, and says what every project could give', async () => {
    const { studio, film } = await withTakes(3);
    studio.script.fetch = async (_ref, order) => ({ ok: true, value: await studio.stage(order, 'same') });
    await makeTake(studio, film);
    await makeTake(studio, film);
    await studio.do(mark(film, 2, { starred: true }));
    const { projects, bytes, bin } = await use(studio);
    const sizes = await sizesOf(studio);
    expect(sizes).toHaveLength(4);
    expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(projects).toMatchObject([{ projectId: film, bytes, unused: { takes: 3 } }]);
    expect(projects[0]?.unused.bytes).toBe((sizes[2] ?? 0) + 'same'.length);
    expect(bin).toEqual({ projects: 0, scenes: 0, takes: 0, pictures: 0, bytes: 0 });
  });
});

describe('freeing space', () => {
  it('[L3] bins what is neither picked nor starred, oldest first, as one edit that undo takes back', async () => {
    const { studio, film } = await withTakes(4);
    await studio.do(mark(film, 3, { starred: true }));
    const before = await assets(studio);
    const { editId, count } = await studio.do({ type: 'binUnused', projectId: film });
    expect(count).toBe(2);
    expect(await numbers(studio, film)).toEqual([3, 1]);
    expect(await assets(studio)).toEqual(before);
    if (editId === null) throw new Error('no edit');
    const db = await studio.store.connection.db();
    expect(await db.get('edits', editId)).toMatchObject({ changes: [{ number: 2 }, { number: 4 }] });
    await studio.do({ type: 'undo', editId });
    expect(await numbers(studio, film)).toEqual([4, 3, 2, 1]);
  });

  it('says that there is nothing where every take is kept', async () => {
    const { studio, film } = await withTakes(1);
    expect(await studio.command({ type: 'binUnused', projectId: film })).toEqual(
      fail({ type: 'NothingToDo' }),
    );
  });
});

describe('emptying the bin', () => {
  it('[L12] takes the bytes of binned takes, and of nothing else; [L3] their numbers are never used again', async () => {
    const { studio, film } = await withTakes(3);
    const before = await use(studio);
    await studio.do({ type: 'binUnused', projectId: film });
    const promised = (await use(studio)).bin.bytes;
    expect(promised).toBe(before.projects[0]?.unused.bytes);
    const { count, care } = await studio.do(EMPTY);
    expect([count, care?.freedBytes]).toEqual([2, promised]);
    expect(await assets(studio)).toHaveLength(1);
    expect((await use(studio)).bin.takes).toBe(0);
    await makeTake(studio, film);
    expect(await numbers(studio, film)).toEqual([4, 1]);
    expect((await studio.card(film, 1)).scene.picks.image).toBe(1);
  });

  it('[L12] keeps bytes that a take in use was made from', async () => {
    const { studio, film } = await withTakes(1);
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    await studio.do(mark(film, 1, { binned: true }));
    await studio.do(EMPTY);
    const [video] = (await studio.card(film, 1)).takes.video;
    expect(await assets(studio)).toContain(video?.take.snapshot.image?.assetId);
    expect(await numbers(studio, film)).toEqual([]);
  });

  it('[L12] does not keep what only an ended order was made from', async () => {
    const { studio, film } = await withTakes(1);
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    const [video] = (await studio.card(film, 1)).takes.video;
    if (!video) throw new Error('no video');
    const { kind, number } = video.take;
    await studio.do(mark(film, 1, { binned: true }));
    await studio.do({ type: 'markTake', projectId: film, index: sceneIndex(1), kind, number, binned: true });
    await studio.do(EMPTY);
    expect(await assets(studio)).toEqual([]);
  });

  it('undo of what went answers that it is lost, and brings no pick back', async () => {
    const { studio, film } = await withTakes(1);
    const { editId } = await studio.do(mark(film, 1, { binned: true }));
    await studio.do(EMPTY);
    if (editId === null) throw new Error('no edit');
    expect(await studio.do({ type: 'undo', editId })).toMatchObject({ count: 0 });
    expect((await studio.card(film, 1)).scene.picks.image).toBeNull();
  });

  it('[L2] a late report does not bring a take back that went', async () => {
    const { studio, film } = await withTakes(2);
    const [made] = (await studio.card(film, 1)).takes.image;
    if (made?.take.origin.type !== 'generated') throw new Error('not generated');
    await studio.do({ type: 'binUnused', projectId: film });
    await studio.do(EMPTY);
    await studio.engine.heard(made.take.origin.attemptId);
    await studio.settle();
    expect(await numbers(studio, film)).toEqual([1]);
  });

  it('takes deleted scenes and projects with everything of theirs, and no one else’s', async () => {
    const { studio, film } = await withTakes(1);
    const other = await studio.project(1);
    await makeTake(studio, other);
    await studio.do({ type: 'deleteProject', projectId: other });
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(1) });
    expect((await use(studio)).bin).toMatchObject({ projects: 1, scenes: 1, takes: 2 });
    await studio.do(EMPTY);
    const db = await studio.store.connection.db();
    for (const store of ['scenes', 'takes', 'marks', 'tasks', 'attempts', 'assets'] as const)
      expect([store, await db.count(store)]).toEqual([store, 0]);
    expect(await db.getAllKeys('projects')).toEqual([film]);
    expect(await db.count('ledger')).toBe(2);
    const { count } = await studio.do({
      type: 'addScene',
      projectId: film,
      after: null,
      scene: draft('mới'),
    });
    expect(count).toBe(1);
    expect(await studio.store.read((tx) => getScene(tx, film, sceneIndex(2)))).not.toBeNull();
  });

  it('[L4] asks where a paid order is still out, can leave its scene, and can go all the same', async () => {
    const { studio, film } = await withTakes(1);
    studio.capabilities = { ...studio.capabilities, price: { unit: 'credits', amount: 20 } };
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do(generate(film, 1, 'image'));
    await studio.engine.run();
    const other = await studio.project(1);
    await studio.do({ type: 'deleteProject', projectId: other });
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(1) });
    const before = await assets(studio);
    expect(await studio.command(EMPTY)).toEqual(fail({ type: 'OrdersOut', count: 1 }));
    await studio.do({ type: 'emptyBin', ordersOut: 'keep' });
    expect(await assets(studio)).toEqual(before);
    expect((await use(studio)).bin).toMatchObject({ projects: 0, scenes: 1, takes: 1 });
    await studio.do({ type: 'emptyBin', ordersOut: 'discard' });
    expect(await assets(studio)).toEqual([]);
    await studio.settle();
    expect(studio.defects).toEqual([]);
  });

  it.each(['submit', 'poll', 'fetch', 'inspect'] as const)(
    'during %s nothing of the scene comes back and nothing breaks',
    async (step) => {
      const studio = await openStudio();
      const film = await studio.project(1);
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      let isThere = false;
      const wait = async (): Promise<void> => {
        isThere = true;
        await gate;
      };
      const { submit, poll, fetch, inspect } = studio.script;
      if (step === 'submit') studio.script.submit = async (order) => (await wait(), submit(order));
      if (step === 'poll') studio.script.poll = async (order) => (await wait(), poll(order));
      if (step === 'fetch') studio.script.fetch = async (ref, order) => (await wait(), fetch(ref, order));
      if (step === 'inspect') studio.script.inspect = async (...args) => (await wait(), inspect(...args));
      await studio.do(generate(film, 1, 'image'));
      const settled = studio.settle();
      await expect.poll(() => isThere).toBe(true);
      await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(1) });
      await studio.do({ type: 'emptyBin', ordersOut: 'discard' });
      release();
      await settled;
      await studio.settle();
      const db = await studio.store.connection.db();
      for (const store of ['takes', 'tasks', 'attempts', 'scenes'] as const)
        expect([store, await db.count(store)]).toEqual([store, 0]);
      expect(studio.defects).toEqual([]);
    },
  );
});

describe('the check', () => {
  it('marks takes whose bytes are gone and keeps them; the mark goes when the bytes are back', async () => {
    const { studio, film } = await withTakes(1);
    const [made] = (await studio.card(film, 1)).takes.image;
    if (!made) throw new Error('no take');
    const db = await studio.store.connection.db();
    const row: unknown = await db.get('assets', made.take.assetId);
    await db.delete('assets', made.take.assetId);
    expect((await studio.do({ type: 'checkStore' })).care).toMatchObject({ missing: 1 });
    const [kept] = (await studio.card(film, 1)).takes.image;
    expect(kept?.mark.missingAt).toBe(studio.now);
    await db.put('assets', row);
    expect((await studio.do({ type: 'checkStore' })).care).toMatchObject({ missing: 0 });
    expect((await studio.card(film, 1)).takes.image[0]?.mark.missingAt).toBeNull();
  });

  it('[L12] removes bytes that nothing names, and leaves staged ones and all takes', async () => {
    const { studio, film } = await withTakes(2);
    await addAsset(studio.store, new Blob(['staged']), newId('attempt', seeded(9)), 'output', studio.now);
    const before = await assets(studio);
    const db = await studio.store.connection.db();
    await db.put('assets', { id: '0'.repeat(64), bytes: new Blob(['orphan']) });
    const { care } = await studio.do({ type: 'checkStore' });
    expect(care).toEqual({ missing: 0, orphans: 1, picks: 0, damaged: 0, freedBytes: 6 });
    expect(await assets(studio)).toEqual(before);
    expect(await numbers(studio, film)).toEqual([2, 1]);
  });

  it('clears picks of takes that are not there, and no other', async () => {
    const { studio, film } = await withTakes(1);
    const db = await studio.store.connection.db();
    const scene = await studio.store.read((tx) => getScene(tx, film, sceneIndex(1)));
    if (scene === null) throw new Error('no scene');
    await db.put('scenes', { ...scene, picks: { ...scene.picks, video: 7 }, keys: { place: [film, 1] } });
    expect((await studio.do({ type: 'checkStore' })).care).toMatchObject({ picks: 1 });
    expect((await studio.card(film, 1)).scene.picks).toEqual({ image: 1, video: null, voice: null });
  });

  it('[L13] a task that cannot be read is set aside by itself, kept, and holds up no other', async () => {
    const { studio, film } = await withTakes(1);
    const db = await studio.store.connection.db();
    const broken = { id: newId('task', seeded(5)), phase: 7, keys: { ready: ['animatic', 0, 0, 0, 0, 0] } };
    await db.put('tasks', broken);
    await makeTake(studio, film);
    expect(await numbers(studio, film)).toEqual([2, 1]);
    expect(await db.get('tasks', broken.id)).toMatchObject({ phase: 7 });
    expect((await studio.do({ type: 'checkStore' })).care).toMatchObject({ damaged: 1 });
  });
});

async function sizesOf(studio: Studio): Promise<readonly number[]> {
  const db = await studio.store.connection.db();
  const sizes = new Map<string, number>();
  for (const take of await db.getAll('takes')) {
    if (typeof take !== 'object' || take === null || !('assetId' in take)) continue;
    const id = String(take.assetId);
    const row: unknown = await db.get('assets', id);
    if (typeof row === 'object' && row !== null && 'bytes' in row && row.bytes instanceof Blob)
      sizes.set(id, row.bytes.size);
  }
  return [...sizes.values()];
}
