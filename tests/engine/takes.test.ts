import { describe, expect, it } from 'vitest';
import { fail } from '../../lib/domain/result.ts';
import { presentAttempt } from '../../lib/domain/task.ts';
import { getSceneTasks } from '../../lib/store/tasks.ts';
import { generate, openStudio, refusal, sceneIndex } from '../fakes/studio.ts';

describe('making takes', () => {
  it('makes image and video of every scene, each on its own scene [L1] [L3]', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    for (const index of [1, 2, 3]) {
      const card = await studio.card(film, index);
      expect(card.status.name).toBe('done');
      for (const kind of ['image', 'video'] as const) {
        const [made] = card.takes[kind];
        expect(made?.take.sceneIndex).toBe(index);
        expect(made?.take.snapshot.title).toBe(`cảnh ${index}`);
      }
    }
    expect(studio.defects).toEqual([]);
  });

  it('[L3] regenerate leaves every earlier take in place and its pick where it was', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    for (let n = 0; n < 4; n++) {
      await studio.do(generate(film, 1, 'image'));
      await studio.settle();
    }
    const { takes, scene, status } = await studio.card(film, 1);
    expect(takes.image.map(({ take }) => take.number)).toEqual([4, 3, 2, 1]);
    expect(new Set(takes.image.map(({ take }) => take.assetId)).size).toBe(4);
    expect(new Set(takes.image.map(({ take }) => take.snapshot.seed)).size).toBe(4);
    expect(scene.picks.image).toBe(1);
    expect(status.name).toBe('newTake');
  });

  it('[L3] a binned pick is cleared and brought back by undo, and its number is not used again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [made] = (await studio.card(film, 1)).takes.image;
    if (!made) throw new Error('no take');
    const key = { projectId: film, index: sceneIndex(1), kind: 'image', number: made.take.number } as const;
    const { editId } = await studio.do({ type: 'markTake', ...key, binned: true });
    expect((await studio.card(film, 1)).scene.picks.image).toBeNull();
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    expect((await studio.card(film, 1)).takes.image.map(({ take }) => take.number)).toEqual([2]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    const card = await studio.card(film, 1);
    expect(card.takes.image.map(({ take }) => take.number)).toEqual([2, 1]);
    expect(card.scene.picks.image).toBe(2);
  });

  it('[L3] [L8] a take that comes after its download was given up is picked, and a video goes on with it', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { fetch } = studio.script;
    studio.script.fetch = () => Promise.resolve(fail({ type: 'DownloadFailed', words: '503' }));
    await studio.do(generate(film, 1, 'video'));
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('failed');
    studio.script.fetch = fetch;
    const [task] = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    const attempt = task && presentAttempt(task.phase);
    if (attempt == null) throw new Error('no attempt');
    await studio.engine.heard(attempt);
    await studio.settle();
    const { scene, status } = await studio.card(film, 1);
    expect(scene.picks).toEqual({ image: 1, video: 1, voice: null });
    expect(status.name).toBe('done');
    expect(studio.calls.filter((call) => call.startsWith('submit'))).toEqual([
      'submit scene 1 image',
      'submit scene 1 video',
    ]);
  });

  it('[L8] [L14] what a cancelled order made is kept unpicked, though its downloads were given up before', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { fetch } = studio.script;
    studio.script.fetch = () => Promise.resolve(fail({ type: 'DownloadFailed', words: '503' }));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle(studio.now + 1);
    const [task] = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    const attempt = task ? presentAttempt(task.phase) : null;
    if (!task || attempt === null) throw new Error('no attempt');
    await studio.do({ type: 'cancel', taskId: task.id });
    await studio.settle();
    studio.script.fetch = fetch;
    await studio.engine.heard(attempt);
    await studio.settle();
    const { takes, scene } = await studio.card(film, 1);
    expect(takes.image.map(({ take }) => take.number)).toEqual([1]);
    expect(scene.picks.image).toBeNull();
  });

  it('[L2] what an order brings that was given up is kept beside the task that is open by now', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { poll } = studio.script;
    studio.script.poll = () => Promise.resolve({ type: 'working', progress: null });
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const [task] = await studio.store.read((tx) => getSceneTasks(tx, film, sceneIndex(1)));
    if (task?.phase.state !== 'failed' || task.phase.attempt === null) throw new Error('not failed');
    studio.script.poll = poll;
    await studio.do(generate(film, 1, 'image'));
    await studio.engine.heard(task.phase.attempt);
    await studio.settle();
    const { takes } = await studio.card(film, 1);
    expect(takes.image.map(({ take }) => take.number)).toEqual([2, 1]);
  });

  it('[L13] retry is refused while an older task is open again', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 1, 'image'));
    const { editId } = await studio.do({ type: 'stopAll', projectId: film });
    await studio.do(generate(film, 1, 'image'));
    studio.script.submit = () => Promise.resolve(refusal());
    await studio.do({ type: 'resume' });
    await studio.settle();
    await studio.do({ type: 'pause' });
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    const retry = { type: 'retry', projectId: film, index: sceneIndex(1), kind: 'image' } as const;
    expect(await studio.command(retry)).toEqual(fail({ type: 'AlreadyOpen' }));
  });

  it('[L13] a failed scene holds up no other and says what helps', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    const { submit } = studio.script;
    studio.script.submit = (order) => (order.sceneIndex === 2 ? Promise.resolve(refusal()) : submit(order));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect((await studio.card(film, 1)).status.name).toBe('imageReady');
    expect((await studio.card(film, 3)).status.name).toBe('imageReady');
    const failed = await studio.card(film, 2);
    expect(failed.status.name).toBe('failed');
    expect(failed.actions.card).toEqual(['prompt']);
  });

  it('[L13] a failed image holds up no video that is made from text', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { submit } = studio.script;
    studio.script.submit = (order) => (order.kind === 'image' ? Promise.resolve(refusal()) : submit(order));
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    await studio.do({ type: 'setProject', projectId: film, videoFrom: 'text' });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    await studio.settle();
    expect((await studio.card(film, 1)).scene.picks.video).toBe(1);
  });

  it('[L4] an edit while queued counts, one while running makes the take stale', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { submit } = studio.script;
    studio.script.submit = async (order) => (await gate, submit(order));
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    const edit = (index: number) =>
      studio.do({
        type: 'editScene',
        projectId: film,
        index: sceneIndex(index),
        text: { imagePrompt: 'mới' },
      });
    await expect.poll(() => studio.calls.filter((call) => call.startsWith('submit')).length).toBe(2);
    await edit(1);
    await edit(3);
    release();
    await studio.settle();
    const [running] = (await studio.card(film, 1)).takes.image;
    const [queued] = (await studio.card(film, 3)).takes.image;
    expect(running?.take.snapshot.prompt).toBe('Ảnh cảnh 1');
    expect(running?.stale).toEqual(['prompt']);
    expect(queued?.take.snapshot.prompt).toBe('mới');
    expect(queued?.stale).toEqual([]);
  });

  it('[L4] reordering and deleting while tasks run moves no result, and a deleted scene keeps its own', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    studio.script.poll = async () => (await gate, { type: 'produced', refs: ['only'] });
    studio.capabilities = { ...studio.capabilities, mostAtOnce: 3 };
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await expect.poll(() => studio.wakeAt).not.toBeNull();
    studio.now += 5_000;
    const run = studio.engine.run();
    await studio.do({ type: 'moveScene', projectId: film, index: sceneIndex(3), after: null });
    const { editId } = await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(2) });
    release();
    await run;
    await studio.settle();
    expect((await studio.film(film)).map(({ index }) => index)).toEqual([3, 1]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    for (const index of [1, 2, 3]) {
      const [made] = (await studio.card(film, index)).takes.image;
      expect(made?.take.snapshot.title).toBe(`cảnh ${index}`);
    }
  });

  it('[L1] an index is never used again', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await studio.do({ type: 'deleteScene', projectId: film, index: sceneIndex(2) });
    await studio.do({
      type: 'addScene',
      projectId: film,
      after: null,
      scene: {
        title: 'mới',
        description: '',
        voiceOver: '',
        imagePrompt: '',
        videoPrompt: '',
        lengthS: 3,
        chapter: '',
        extra: null,
      },
    });
    expect((await studio.film(film)).map(({ index }) => index)).toEqual([3, 1]);
  });
});
