import { describe, expect, it } from 'vitest';
import type { Batch, BatchOrder } from '../../lib/domain/batch.ts';
import { isAssetId, newId } from '../../lib/domain/ids.ts';
import type { Picture } from '../../lib/domain/picture.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { readBatch } from '../../lib/store/batch-reads.ts';
import { putPicture } from '../../lib/store/pictures.ts';
import { getProject, putProject } from '../../lib/store/projects.ts';
import { readSpent } from '../../lib/store/spent-reads.ts';
import { generate, openStudio, refusal, sceneIndex, seeded, type Studio } from '../fakes/studio.ts';

type Film = Parameters<Studio['card']>[0];

async function batchOf(studio: Studio, film: Film, order: BatchOrder): Promise<Batch> {
  const batch = await studio.store.read((tx) => readBatch(tx, film, order, 100));
  if (batch === null) throw new Error('no batch');
  return batch;
}

function listed({ items }: Batch): readonly string[] {
  return items.map(({ index, kind, fault }) => `${index} ${kind} ${fault?.type ?? 'runs'}`);
}

function all(kind: Kind): Extract<BatchOrder, { readonly type: 'all' }> {
  return { type: 'all', kind };
}

/** The panel reads what is Flow's; orders are the fake service's all the same. */
async function onFlow(studio: Studio, film: Film): Promise<void> {
  await studio.store.write('relaxed', async (tx) => {
    const project = await getProject(tx, film);
    if (project !== null) await putProject(tx, { ...project, provider: 'flow' });
  });
}

function endFrame(projectId: Film, index: number): Picture {
  const assetId = 'e'.repeat(64);
  if (!isAssetId(assetId)) throw new Error('no hash');
  const at = { projectId, sceneIndex: sceneIndex(index), addedAt: 1, deletedAt: null };
  const shown = { role: 'end', assetId, name: 'end.png', calledAs: '', width: 1280, height: 720 } as const;
  return { id: newId('picture', seeded(index)), ...at, ...shown };
}

describe('[L9] what a batch would start', () => {
  it('is what the command starts, for images and for videos with the images that they lack', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    const before = await batchOf(studio, film, all('video'));
    expect(listed(before)).toEqual([
      '1 image runs',
      '1 video runs',
      '2 video runs',
      '3 image runs',
      '3 video runs',
    ]);
    const { count } = await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    expect(count).toBe(before.items.length);
    expect(listed(await batchOf(studio, film, all('video')))).toEqual([]);
  });

  it('says of a video that waits for its image that it would be refused', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await studio.do({ type: 'setLengths', projectId: film, scenes: [sceneIndex(2)], lengthS: 2 });
    await onFlow(studio, film);
    expect(listed(await batchOf(studio, film, all('video')))).toEqual([
      '1 image runs',
      '2 image runs',
      '2 video NotOffered',
    ]);
  });

  it('leaves out what the service does not offer, and what says nothing', async () => {
    const studio = await openStudio();
    const film = await studio.project(4);
    const edit = (index: number, text: Parameters<typeof studio.do>[0] & { type: 'editScene' }) =>
      studio.do({ ...text, index: sceneIndex(index) });
    const base = { type: 'editScene', projectId: film, index: sceneIndex(1) } as const;
    await edit(1, { ...base, text: { lengthS: 30 } });
    await edit(2, { ...base, text: { imagePrompt: 'x'.repeat(2_451) } });
    await edit(3, {
      ...base,
      text: { title: '', description: '', voiceOver: '', imagePrompt: '', videoPrompt: '' },
    });
    await onFlow(studio, film);
    await studio.do({ type: 'setProject', projectId: film, afterImages: 'goOn' });
    expect(listed(await batchOf(studio, film, all('video')))).toEqual([
      '1 video NotOffered',
      '2 video PromptTooLong',
      '3 video NoText',
      '4 image runs',
      '4 video runs',
    ]);
  });

  it('[L19] says of an end frame that the model, the length or a video from text does not take', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const add = (index: number) =>
      studio.store.write('relaxed', (tx) => putPicture(tx, endFrame(film, index)));
    await add(1);
    for (const index of [1, 2]) {
      await studio.do(generate(film, index, 'image'));
      await studio.settle();
    }
    await onFlow(studio, film);
    const why = async () => {
      const { items } = await batchOf(studio, film, all('video'));
      const shown = (await studio.card(film, 1)).endLack;
      expect(items[0]?.fault).toEqual(shown);
      return items.map(({ fault }) => (fault?.type === 'NoEndFrame' ? fault.why : 'runs'));
    };
    expect(await why()).toEqual(['runs', 'runs']);
    const set = { type: 'setProject', projectId: film } as const;
    await studio.do({ ...set, choices: { videoModel: 'Veo 3.1 - Quality' } });
    expect(await why()).toEqual(['model', 'runs']);
    await studio.do({ ...set, choices: { videoModel: null, clipLengthS: 12 } });
    expect(await why()).toEqual(['length', 'runs']);
    await studio.do({ ...set, choices: { clipLengthS: null }, videoFrom: 'text' });
    expect(await why()).toEqual(['text', 'runs']);
    await studio.do({ ...set, videoFrom: 'picture' });
    expect(await why()).toEqual(['runs', 'runs']);
  });

  it('is no more than the scenes that the sheet listed', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    const scenes = [sceneIndex(2)];
    const { count } = await studio.do({ type: 'generateAll', projectId: film, kind: 'image', scenes });
    expect(count).toBe(1);
    await studio.settle();
    expect((await studio.card(film, 2)).status.name).toBe('imageReady');
    expect((await studio.card(film, 1)).status.name).toBe('notGenerated');
  });

  it('is the missing images alone where the user wants to see them before he pays for videos', async () => {
    const studio = await openStudio('flow');
    studio.capabilities = { ...studio.capabilities, price: { unit: 'credits', amount: 20 } };
    const film = await studio.project(3);
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    const before = await batchOf(studio, film, all('video'));
    expect(listed(before)).toEqual(['1 image runs', '2 video runs', '3 image runs']);
    expect(before.afterImages).toBe('wait');
    await studio.do({ type: 'setProject', projectId: film, afterImages: 'goOn' });
    const on = await batchOf(studio, film, all('video'));
    expect(listed(on)).toHaveLength(5);
    await studio.do({ type: 'setProject', projectId: film, afterImages: 'wait' });
    const { count } = await studio.do({ type: 'generateAll', projectId: film, kind: 'video' });
    expect(count).toBe(before.items.length);
    await studio.settle();
    expect((await studio.card(film, 1)).facts.tasks.video).toBeUndefined();
    expect((await batchOf(studio, film, all('video'))).afterImages).toBeNull();
  });

  it('[L3] is another take beside each that is there, where that is asked for', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    const scenes = [sceneIndex(2), sceneIndex(3)];
    const batch = await batchOf(studio, film, { ...all('image'), scenes, again: true });
    expect(batch.items.map(({ index, isAgain }) => [index, isAgain])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('takes up what failed only for Retry failed, and there alone the scenes listed', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    studio.script.submit = () => Promise.resolve(refusal());
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect(listed(await batchOf(studio, film, all('image')))).toEqual([
      '1 image ContentRefused',
      '2 image ContentRefused',
    ]);
    const failed: BatchOrder = { type: 'failed' };
    expect(listed(await batchOf(studio, film, failed))).toEqual([
      '1 image ContentRefused',
      '2 image ContentRefused',
    ]);
    for (const index of [sceneIndex(1), sceneIndex(2)]) {
      const text = { imagePrompt: 'khác' };
      await studio.do({ type: 'editScene', projectId: film, index, text });
    }
    expect(listed(await batchOf(studio, film, failed))).toEqual(['1 image runs', '2 image runs']);
    const { count } = await studio.do({ type: 'retryFailed', projectId: film, scenes: [sceneIndex(1)] });
    expect(count).toBe(1);
  });
});

describe('[L9] what was spent', () => {
  it('knows the last price of a kind, and nothing of an order that was never sent', async () => {
    const studio = await openStudio();
    studio.capabilities = { ...studio.capabilities, price: { unit: 'credits', amount: 20 } };
    const film = await studio.project(2);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const { items } = await batchOf(studio, film, all('image'));
    expect(items.map(({ index, kind, price }) => [index, kind, price])).toEqual([[2, 'image', 20]]);
    studio.script.submit = () => Promise.resolve(refusal());
    await studio.do(generate(film, 2, 'image'));
    await studio.settle();
    const rows = await studio.store.read((tx) => readSpent(tx, film));
    expect(rows.map(({ sceneIndex: index, asked }) => [index, asked])).toEqual([[1, 20]]);
  });
});
