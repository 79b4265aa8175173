import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/domain/command.ts';
import { fail } from '../../lib/domain/result.ts';
import type { Kind, SceneText } from '../../lib/domain/scene.ts';
import { readSnapshot } from '../../lib/domain/snapshot.ts';
import { leftInputs } from '../../lib/domain/use-again.ts';
import type { ProjectId, TakeNumber } from '../../lib/domain/ids.ts';
import { readInputs } from '../../lib/store/panel-reads.ts';
import { getProject } from '../../lib/store/projects.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

describe('using again what made a take', () => {
  async function made(kind: Kind): Promise<{ studio: Studio; film: ProjectId; number: TakeNumber }> {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, kind));
    await studio.settle();
    const take = (await studio.card(film, 1)).takes[kind][0]?.take;
    if (take === undefined) throw new Error('no take');
    return { studio, film, number: take.number };
  }
  const edit = (projectId: ProjectId, text: Partial<SceneText>): Command => ({
    type: 'editScene',
    projectId,
    index: sceneIndex(1),
    text,
  });
  const again = (projectId: ProjectId, kind: Kind, number: TakeNumber): Command => ({
    type: 'useAgain',
    projectId,
    index: sceneIndex(1),
    kind,
    number,
  });
  const other = {
    title: 't',
    description: 'd',
    voiceOver: 'v',
    imagePrompt: 'i',
    videoPrompt: 'p',
    lengthS: 9,
  };

  it('brings the words, the length and the image of a video back, as one edit that undo takes back', async () => {
    const { studio, film, number } = await made('video');
    const before = (await studio.card(film, 1)).scene;
    await studio.do(edit(film, other));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const pick = { type: 'pickTake', projectId: film, index: sceneIndex(1), kind: 'image' } as const;
    const second = (await studio.card(film, 1)).takes.image[0]?.take.number;
    if (second === undefined) throw new Error('no second image');
    await studio.do({ ...pick, number: second });
    const { editId } = await studio.do(again(film, 'video', number));
    const card = await studio.card(film, 1);
    expect(card.scene).toMatchObject({
      ...before,
      imagePrompt: 'i',
      nextTake: { image: 3 },
      picks: { image: 1, video: 1 },
    });
    expect(card.takes.video[0]?.stale).toEqual([]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect((await studio.card(film, 1)).scene).toMatchObject({ ...other, picks: { image: 2, video: 1 } });
  });

  it('brings of an image back what images are made from, and leaves what is said', async () => {
    const { studio, film, number } = await made('image');
    await studio.do(edit(film, other));
    await studio.do(again(film, 'image', number));
    expect((await studio.card(film, 1)).scene).toMatchObject({
      ...other,
      title: 'cảnh 1',
      description: 'Mô tả cảnh 1',
      imagePrompt: 'Ảnh cảnh 1',
    });
  });

  it('[L3] [L4] touches no take and no task, and a second time there is nothing to bring back', async () => {
    const { studio, film, number } = await made('image');
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do(edit(film, { imagePrompt: 'khác' }));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle(studio.now + 1);
    const tasks = () => studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    const before = await tasks();
    const { takes } = await studio.card(film, 1);
    await studio.do(again(film, 'image', number));
    expect(await tasks()).toEqual(before);
    expect((await studio.card(film, 1)).takes.image.map(({ take }) => take)).toEqual(
      takes.image.map(({ take }) => take),
    );
    expect(await studio.do(again(film, 'image', number))).toMatchObject({ editId: null, count: 0 });
  });

  it('leaves what is the film’s or gone as it is, and names it', async () => {
    const { studio, film, number } = await made('video');
    const index = sceneIndex(1);
    await studio.do({ type: 'markTake', projectId: film, index, kind: 'image', number, binned: true });
    await studio.do({ type: 'setProject', projectId: film, aspect: '9:16', videoFrom: 'text' });
    await studio.do(edit(film, other));
    await studio.do(again(film, 'video', number));
    const { scene, takes } = await studio.card(film, 1);
    expect(scene.picks.image).toBeNull();
    const present = await studio.store.read(async (tx) => {
      const project = await getProject(tx, film);
      if (project === null) throw new Error('no project');
      return readSnapshot('video', await readInputs(tx, project, scene), 0);
    });
    const [take] = takes.video;
    if (take === undefined) throw new Error('no take');
    expect(leftInputs(take.take.snapshot, present)).toEqual([
      { input: 'aspect', was: '16:9' },
      { input: 'videoFrom' },
      { input: 'image', was: 1 },
    ]);
  });

  it('[L16] is refused for a take that is not there', async () => {
    const { studio, film, number } = await made('image');
    expect(await studio.command(again(film, 'video', number))).toEqual(
      fail({ type: 'NotFound', what: 'take' }),
    );
  });
});
