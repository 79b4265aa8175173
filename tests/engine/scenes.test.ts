import { describe, expect, it } from 'vitest';
import type { ScenePlace } from '../../lib/domain/card.ts';
import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import { addAsset } from '../../lib/store/assets.ts';
import { readFilm } from '../../lib/store/panel-reads.ts';
import { draft, generate, openStudio, refusal, sceneIndex, type Studio } from '../fakes/studio.ts';

async function order(studio: Studio, film: ProjectId): Promise<readonly SceneIndex[]> {
  return (await studio.film(film)).map(({ index }) => index);
}

describe('scenes of a film', () => {
  it('[L1] a duplicate has its own index, the words and pictures of the first, and none of its takes', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    const id = studio.commandId();
    const staged = await addAsset(studio.store, new Blob(['photo']), id, 'output', studio.now);
    if (!staged.ok) throw new Error('not staged');
    await studio.command(
      {
        type: 'addPicture',
        projectId: film,
        sceneIndex: sceneIndex(2),
        role: 'scene',
        assetId: staged.value,
        name: 'photo.jpg',
        width: 8,
        height: 8,
      },
      id,
    );
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    await studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(2) });
    expect(await order(studio, film)).toEqual([1, 2, 4, 3]);
    const [first, copy] = [await studio.card(film, 2), await studio.card(film, 4)];
    expect(copy.scene).toMatchObject({ title: first.scene.title, videoPrompt: first.scene.videoPrompt });
    expect(copy.pictures.map(({ assetId }) => assetId)).toEqual([staged.value]);
    expect(copy.takes.image).toEqual([]);
    expect(first.takes.image).toHaveLength(1);
    expect(first.pictures).toHaveLength(1);
  });

  it('undo of a duplicate leaves the film as it was, and its index is used up', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const { editId } = await studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(1) });
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await order(studio, film)).toEqual([1, 2]);
    await studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(1) });
    expect(await order(studio, film)).toEqual([1, 4, 2]);
  });

  it('an inserted scene stands in the chapter of the one before it', async () => {
    const studio = await openStudio();
    const made = await studio.do({
      type: 'createProject',
      name: 'Chương',
      aspect: '16:9',
      scenes: [{ ...draft('một'), chapter: 'Chương 1' }],
    });
    if (made.projectId === null) throw new Error('no project');
    const after = sceneIndex(1);
    await studio.do({ type: 'addScene', projectId: made.projectId, after, scene: draft('hai') });
    expect((await studio.card(made.projectId, 2)).scene.chapter).toBe('Chương 1');
  });

  it('the film read scene by scene is the film read whole, and leaves unchanged places as they are', async () => {
    const studio = await openStudio();
    const film = await studio.project(6);
    let places: readonly ScenePlace[] = await studio.film(film);
    const seen = (): ReadonlySet<SceneIndex> =>
      new Set(
        studio.notices
          .splice(0)
          .flatMap((notice) => (notice.type === 'changed' ? notice.what : []))
          .flatMap((change) => (change.type === 'scene' ? [change.index] : [])),
      );
    seen();
    const steps: (() => Promise<unknown>)[] = [
      () => studio.do(generate(film, 2, 'video')),
      () => studio.settle(),
      () => studio.do({ type: 'moveScene', projectId: film, index: sceneIndex(5), after: null }),
      () => studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(3) }),
      () => studio.do(generate(film, 2, 'image')),
      () => studio.settle(),
      async () => {
        studio.script.submit = () => Promise.resolve(refusal());
        await studio.do(generate(film, 1, 'image'));
        await studio.settle();
      },
      () => studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(1) }),
    ];
    for (const step of steps) {
      await step();
      const known = { places: new Map(places.map((each) => [each.index, each])), changed: seen() };
      const next = await studio.store.read((tx) => readFilm(tx, film, known));
      expect(next).toEqual(await studio.film(film));
      const isUntouched = ({ index, ordinal }: ScenePlace): boolean =>
        !known.changed.has(index) && next.some((is) => is.index === index && is.ordinal === ordinal);
      expect(places.filter((was) => isUntouched(was) && !next.includes(was))).toEqual([]);
      places = next;
    }
    expect(places.map(({ index, tone }) => `${index} ${tone}`)).toEqual([
      '5 empty',
      '1 failed',
      '7 empty',
      '2 new',
      '4 empty',
      '6 empty',
    ]);
  });
});
