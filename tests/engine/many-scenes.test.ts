import { describe, expect, it } from 'vitest';
import { fail } from '../../lib/domain/result.ts';
import { getOrder, getScenes } from '../../lib/store/scenes.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

type Film = Parameters<Studio['card']>[0];

const TWO_AND_THREE = [2, 3].map(sceneIndex);

function lengths(studio: Studio, film: Film): Promise<readonly number[]> {
  return studio.store.read(async (tx) => (await getScenes(tx, film)).map(({ lengthS }) => lengthS));
}

async function states(studio: Studio, film: Film, kind: 'image' | 'video'): Promise<readonly unknown[]> {
  const cards = await Promise.all([1, 2, 3, 4].map((index) => studio.card(film, index)));
  return cards.map(({ facts }) => facts.tasks[kind]?.phase.state ?? null);
}

describe('many scenes at once', () => {
  it('[L1] are deleted by their indexes as one edit, and come back with one undo', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    await studio.do({ type: 'moveScene', projectId: film, index: sceneIndex(4), after: null });
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    const done = await studio.do({ type: 'deleteScenes', projectId: film, scenes: TWO_AND_THREE });
    expect(done.count).toBe(2);
    expect(await studio.store.read((tx) => getOrder(tx, film))).toEqual([4, 1]);
    if (done.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: done.editId });
    expect(await studio.store.read((tx) => getOrder(tx, film))).toEqual([4, 1, 2, 3]);
    expect(await states(studio, film, 'image')).toEqual(['queued', 'queued', 'queued', 'queued']);
  });

  it('[L4] get one length as one edit; what is ordered already keeps its own', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text' });
    await studio.do(generate(film, 2, 'video'));
    await studio.settle();
    const set = { type: 'setLengths', projectId: film, scenes: TWO_AND_THREE, lengthS: 9 } as const;
    const done = await studio.do(set);
    expect(await lengths(studio, film)).toEqual([4, 9, 9, 4]);
    expect((await studio.card(film, 2)).takes.video[0]?.take.snapshot.lengthS).toBe(4);
    expect(await studio.command(set)).toEqual(fail({ type: 'NothingToDo' }));
    if (done.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: done.editId });
    expect(await lengths(studio, film)).toEqual([4, 4, 4, 4]);
  });

  it('[L14] are cancelled without the others, and undo queues them again', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    await studio.do({ type: 'pause' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    const done = await studio.do({ type: 'stopAll', projectId: film, scenes: TWO_AND_THREE });
    expect(await states(studio, film, 'image')).toEqual(['queued', 'cancelled', 'cancelled', 'queued']);
    if (done.editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId: done.editId });
    expect(await states(studio, film, 'image')).toEqual(['queued', 'queued', 'queued', 'queued']);
  });

  it('[L3] get another take beside the one they have only where that is asked for', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    const scenes = TWO_AND_THREE;
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image', scenes });
    await studio.settle();
    const count = async (index: number) => (await studio.card(film, index)).takes.image.length;
    expect([await count(1), await count(2), await count(3)]).toEqual([0, 1, 1]);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image', scenes, again: true });
    await studio.settle();
    expect([await count(1), await count(2), await count(3)]).toEqual([0, 2, 2]);
    expect((await studio.card(film, 2)).scene.picks.image).toBe(1);
  });
});
