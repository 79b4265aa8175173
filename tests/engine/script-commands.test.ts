import { describe, expect, it } from 'vitest';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { generate, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

async function said(studio: Studio, film: ProjectId): Promise<readonly string[]> {
  const scenes = await studio.store.read((tx) => getScenes(tx, film));
  return scenes.map(({ index, description }) => `${index} ${description}`);
}

describe('editing the whole script', () => {
  it('replaced texts are one edit, and one that says something else by now is left alone', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do({
      type: 'editScene',
      projectId: film,
      index: sceneIndex(3),
      text: { description: 'khác' },
    });
    const texts = [1, 2, 3].map((index) => ({
      index: sceneIndex(index),
      field: 'description' as const,
      was: `Mô tả cảnh ${index}`,
      text: `mới ${index}`,
    }));
    const { editId, count } = await studio.do({ type: 'replaceText', projectId: film, texts });
    expect([await said(studio, film), count]).toEqual([['1 mới 1', '2 mới 2', '3 khác'], 2]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await said(studio, film)).toEqual(['1 Mô tả cảnh 1', '2 Mô tả cảnh 2', '3 khác']);
  });

  it('[L1] a split scene keeps its takes, and the rest is a scene of its own behind it', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    await studio.do(generate(film, 1, 'image'));
    await studio.settle();
    const part = { field: 'description', before: 'trước', after: 'sau' } as const;
    const { editId } = await studio.do({
      type: 'splitScene',
      projectId: film,
      index: sceneIndex(1),
      ...part,
    });
    expect(await said(studio, film)).toEqual(['1 trước', '3 sau', '2 Mô tả cảnh 2']);
    expect((await studio.card(film, 1)).takes.image).toHaveLength(1);
    expect((await studio.card(film, 3)).takes.image).toHaveLength(0);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await said(studio, film)).toEqual(['1 Mô tả cảnh 1', '2 Mô tả cảnh 2']);
    await studio.do({ type: 'redo', editId });
    expect(await said(studio, film)).toEqual(['1 trước', '3 sau', '2 Mô tả cảnh 2']);
  });

  it('[L4] joining puts the next scene with its unsent order into the bin, and undo brings both back', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    await studio.do({ type: 'pause' });
    await studio.do(generate(film, 2, 'image'));
    const { editId } = await studio.do({ type: 'joinScenes', projectId: film, index: sceneIndex(1) });
    expect(await said(studio, film)).toEqual(['1 Mô tả cảnh 1 Mô tả cảnh 2', '3 Mô tả cảnh 3']);
    expect((await studio.card(film, 1)).scene.lengthS).toBe(8);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await said(studio, film)).toEqual(['1 Mô tả cảnh 1', '2 Mô tả cảnh 2', '3 Mô tả cảnh 3']);
    expect((await studio.card(film, 2)).status.name).toBe('queued');
    expect(await studio.command({ type: 'joinScenes', projectId: film, index: sceneIndex(3) })).toMatchObject(
      {
        ok: false,
        fault: { type: 'NothingToDo' },
      },
    );
  });

  it('[L4] the film’s lines are part of what is sent, and another line makes takes stale by their prompt', async () => {
    const studio = await openStudio();
    const film = await studio.project(2);
    const sent = async (index: number) => (await studio.card(film, index)).takes.image[0];
    const characters = 'cảnh 2: một người';
    await studio.do({ type: 'setProject', projectId: film, lines: { styleLine: 'nắng sớm', characters } });
    await studio.do({ type: 'generateAll', projectId: film, kind: 'image' });
    await studio.settle();
    expect((await sent(1))?.take.snapshot.prompt).toBe('Ảnh cảnh 1\nnắng sớm');
    expect((await sent(2))?.take.snapshot.prompt).toBe('Ảnh cảnh 2\ncảnh 2: một người\nnắng sớm');
    const { editId } = await studio.do({
      type: 'setProject',
      projectId: film,
      lines: { styleLine: 'nắng sớm', characters: '' },
    });
    expect([(await sent(1))?.stale, (await sent(2))?.stale]).toEqual([[], ['prompt']]);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect((await sent(2))?.stale).toEqual([]);
  });
});
