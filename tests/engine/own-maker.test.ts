import { describe, expect, it } from 'vitest';
import { FLOW_CAPABILITIES } from '../../lib/domain/capabilities.ts';
import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { MadeWith } from '../../lib/domain/made-with.ts';
import { readBatch } from '../../lib/store/batch-reads.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { readStaleScenes } from '../../lib/store/stale-reads.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const FAST: MadeWith = { provider: 'flow', imageModel: null, videoModel: 'Veo 3.1 - Fast' };
const LITE = 'Veo 3.1 - Lite';

/** A film on a service with models, made with the light one from text, without presses. */
async function openFilm(scenes: number) {
  const studio = await openStudio('flow');
  studio.capabilities = { ...FLOW_CAPABILITIES, needsPress: false, paceMs: 0 };
  const film = await studio.project(scenes);
  const choices = { videoModel: LITE };
  await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text', choices });
  return { studio, film };
}

function setMaker(projectId: ProjectId, scenes: readonly number[], madeWith: MadeWith | null) {
  return { type: 'setMaker', projectId, scenes: scenes.map(sceneIndex), madeWith } as const;
}

/** The models that the scenes' newest videos were made with. */
async function models({ studio, film }: { studio: Studio; film: ProjectId }) {
  const scenes = await studio.store.read((tx) => getScenes(tx, film));
  return Promise.all(
    scenes.map(async ({ index }) => (await studio.card(film, index)).takes.video[0]?.take.snapshot.model),
  );
}

async function own({ studio, film }: { studio: Studio; film: ProjectId }) {
  const scenes = await studio.store.read((tx) => getScenes(tx, film));
  return scenes.map(({ madeWith }) => madeWith?.videoModel ?? null);
}

describe('a scene with a maker of its own', () => {
  it('is made with that, the others with the film’s, and with the film’s again once that is undone', async () => {
    const on = await openFilm(3);
    const { editId } = await on.studio.do(setMaker(on.film, [2, 3], FAST));
    await on.studio.do({ type: 'generateAll', projectId: on.film, kind: 'video' });
    await on.studio.settle();
    expect(await models(on)).toEqual([LITE, FAST.videoModel, FAST.videoModel]);
    if (editId === null) throw new Error('no edit');
    await on.studio.do({ type: 'undo', editId });
    expect(await own(on)).toEqual([null, null, null]);
    await on.studio.do(generate(on.film, 2, 'video'));
    await on.studio.settle();
    expect(await models(on)).toEqual([LITE, LITE, FAST.videoModel]);
  });

  it('alone has stale takes where its maker changes, and the film’s leave it alone', async () => {
    const { studio, film } = await openFilm(2);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    const stale = (): Promise<readonly SceneIndex[]> => studio.store.read((tx) => readStaleScenes(tx, film));
    await studio.do(setMaker(film, [2], FAST));
    expect(await stale()).toEqual([2]);
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: FAST.videoModel } });
    expect(await stale()).toEqual([1, 2]);
    await studio.do(setMaker(film, [2], { ...FAST, videoModel: LITE }));
    expect(await stale()).toEqual([1]);
  });

  it('[L9] is listed with what is its own', async () => {
    const { studio, film } = await openFilm(2);
    await studio.do(setMaker(film, [2], { ...FAST, provider: 'flow' }));
    const batch = await studio.store.read((tx) => readBatch(tx, film, { type: 'all', kind: 'video' }, null));
    expect(
      batch?.items.map(({ index, provider, chosen, isOwn }) => [index, provider, chosen.model, isOwn]),
    ).toEqual([
      [1, 'flow', LITE, false],
      [2, 'flow', FAST.videoModel, true],
    ]);
  });

  it('[L4] changes nothing of what was ordered of another provider', async () => {
    const { studio, film } = await openFilm(1);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'video'));
    await studio.store.write('relaxed', async (tx) => {
      const [scene] = await getScenes(tx, film);
      const draft: MadeWith = { provider: 'animatic', imageModel: null, videoModel: null };
      await tx.idb.objectStore('scenes').put({ ...scene, madeWith: draft });
    });
    await studio.do({ type: 'resume' });
    await studio.settle();
    const [take] = (await studio.card(film, 1)).takes.video;
    expect(take?.take.snapshot).toMatchObject({ provider: 'flow', model: LITE });
  });

  it('comes with what made a take that is used again, where the same service made it', async () => {
    const on = await openFilm(1);
    const { studio, film } = on;
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    await studio.do({ type: 'setProject', projectId: film, choices: { videoModel: FAST.videoModel } });
    const again = { type: 'useAgain', projectId: film, index: sceneIndex(1), kind: 'video' } as const;
    const [take] = (await studio.card(film, 1)).takes.video;
    if (take === undefined) throw new Error('no take');
    const { editId } = await studio.do({ ...again, number: take.take.number });
    expect(await own(on)).toEqual([LITE]);
    expect((await studio.card(film, 1)).takes.video[0]?.stale).toEqual([]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await own(on)).toEqual([null]);
  });

  it('hands it on to its copy and to the rest of it, and refuses what this build has not', async () => {
    const on = await openFilm(1);
    const { studio, film } = on;
    await studio.do(setMaker(film, [1], FAST));
    await studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(1) });
    const split = { field: 'description', before: 'Một', after: 'Hai' } as const;
    await studio.do({ type: 'splitScene', projectId: film, index: sceneIndex(1), ...split });
    expect(await own(on)).toEqual([FAST.videoModel, FAST.videoModel, FAST.videoModel]);
    const refused = await studio.command(setMaker(film, [1], { ...FAST, provider: 'gemini' }));
    expect(refused).toMatchObject({ ok: false, fault: { type: 'NotOffered', choice: 'gemini' } });
    expect(await studio.command(setMaker(film, [1], FAST))).toMatchObject({ fault: { type: 'NothingToDo' } });
  });
});
