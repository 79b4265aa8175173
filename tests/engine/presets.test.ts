import { describe, expect, it } from 'vitest';
import type { Done } from '../../lib/domain/command.ts';
import { NO_END_CARD } from '../../lib/domain/end-card.ts';
import type { ProjectStart } from '../../lib/domain/preset.ts';
import { brokenRules } from '../../lib/domain/prompt-rules.ts';
import { readHistory } from '../../lib/store/edits.ts';
import { getProject } from '../../lib/store/projects.ts';
import { readSnapshot } from '../../lib/domain/snapshot.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { getSettings } from '../../lib/store/settings.ts';
import { draft, openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const presetsOf = async ({ store }: Studio) => (await store.read(getSettings)).presets;
const END_CARD = { endTitle: 'Mật ong Lan', endLine: 'Đặt hàng hôm nay.' };
const RULES = { mustWords: 'mật ong, chị Lan', neverWords: 'máu' };

/** A new project that begins with something, and what undo takes back of it, if anything. */
async function begun(studio: Studio, start: ProjectStart) {
  const made = { type: 'createProject', name: 'Mới', aspect: '9:16', scenes: [], ...start } as const;
  const { projectId: film } = await studio.do(made);
  if (film === null) throw new Error('no project');
  return { film, styled: (await studio.store.read((tx) => readHistory(tx, film))).undo };
}

describe('presets', () => {
  it('keep the settings of a project under a name; the same name again takes its place', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const choices = { videoModel: 'Nhanh', outputs: 2, clipLengthS: 6 };
    await studio.do({
      type: 'setProject',
      projectId: film,
      videoFrom: 'text',
      afterImages: 'goOn',
      captionStyle: 'outline',
      choices,
      rules: RULES,
      lines: { styleLine: 'phim nhựa', characters: 'Lan: áo dài' },
      endCard: END_CARD,
    });
    await studio.do({ type: 'savePreset', projectId: film, name: 'Cửa hàng' });
    await studio.do({ type: 'savePreset', projectId: film, name: 'An' });
    await studio.do({ type: 'setProject', projectId: film, aspect: '9:16' });
    await studio.do({ type: 'savePreset', projectId: film, name: 'Cửa hàng' });
    const [first, second, ...rest] = await presetsOf(studio);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ name: 'An', aspect: '16:9' });
    expect(second).toEqual({
      name: 'Cửa hàng',
      aspect: '9:16',
      videoFrom: 'text',
      afterImages: 'goOn',
      captionStyle: 'outline',
      provider: 'animatic',
      imageModel: null,
      ...choices,
      ...RULES,
      ...END_CARD,
      styleLine: 'phim nhựa',
      naming: 'ascii',
    });
    await studio.do({ type: 'removePreset', projectId: film, name: 'An' });
    expect((await presetsOf(studio)).map(({ name }) => name)).toEqual(['Cửa hàng']);
  });

  it('one that was removed or written over comes back by undo, and goes again by redo', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const names = async () => (await presetsOf(studio)).map(({ name, aspect }) => `${name} ${aspect}`);
    const turn = async (type: 'undo' | 'redo', { editId }: Done) => {
      if (editId !== null) await studio.do({ type, editId });
      return names();
    };
    await studio.do({ type: 'savePreset', projectId: film, name: 'An' });
    await studio.do({ type: 'setProject', projectId: film, aspect: '9:16' });
    const over = await studio.do({ type: 'savePreset', projectId: film, name: 'An' });
    expect(await names()).toEqual(['An 9:16']);
    expect(await turn('undo', over)).toEqual(['An 16:9']);
    const removed = await studio.do({ type: 'removePreset', projectId: film, name: 'An' });
    expect(await names()).toEqual([]);
    expect(await turn('undo', removed)).toEqual(['An 16:9']);
    expect(await turn('redo', removed)).toEqual([]);
    await studio.do({ type: 'savePreset', projectId: film, name: 'An' });
    // What was kept since under the name stays.
    expect(await turn('undo', removed)).toEqual(['An 9:16']);
    const nobody = await studio.do({ type: 'removePreset', projectId: film, name: 'Nobody' });
    expect(nobody.editId).toBeNull();
  });

  it('a new project begins with what it is given', async () => {
    const studio = await openStudio();
    const { projectId } = await studio.do({
      type: 'createProject',
      name: 'Mới',
      aspect: '9:16',
      scenes: [],
      videoFrom: 'text',
      choices: { outputs: 3 },
      rules: RULES,
    });
    if (projectId === null) throw new Error('no project');
    const made = await studio.store.read((tx) => getProject(tx, projectId));
    expect(made).toMatchObject({ aspect: '9:16', videoFrom: 'text', outputs: 3, videoModel: null, ...RULES });
  });

  it('give a new project their style line in every prompt, which one undo takes out of all', async () => {
    const studio = await openStudio();
    const { film, styled } = await begun(studio, { styleLine: 'phim nhựa' });
    await studio.do({ type: 'importScript', projectId: film, scenes: [draft('một')], aspect: null });
    const promptOf = async () =>
      (
        await studio.store.read(async (tx) => {
          const [scene, project] = [(await getScenes(tx, film))[0], await getProject(tx, film)];
          return scene && project && readSnapshot('image', { project, scene, pictures: [], image: null }, 0);
        })
      )?.prompt;
    expect(await promptOf()).toMatch(/\nphim nhựa$/);
    expect(styled).toMatchObject({ name: 'setProject' });
    const [styledId, ...more] = styled?.editIds ?? [];
    if (styledId === undefined) throw new Error('no edit');
    expect(more).toEqual([]);
    await studio.do({ type: 'undo', editId: styledId });
    expect(await promptOf()).not.toContain('phim nhựa');
    await studio.do({ type: 'redo', editId: styledId });
    expect(await promptOf()).toMatch(/\nphim nhựa$/);
    expect((await begun(studio, { styleLine: '' })).styled).toBeNull();
  });

  it('offer to bring their style line back, though the project was made after it', async () => {
    const studio = await openStudio();
    const { film, styled } = await begun(studio, { styleLine: 'phim nhựa' });
    for (const editId of styled?.editIds ?? []) await studio.do({ type: 'undo', editId });
    const { undo, redo } = await studio.store.read((tx) => readHistory(tx, film));
    expect(undo).toBeNull();
    expect(redo).toMatchObject({ name: 'setProject', editIds: styled?.editIds });
  });

  it('end the first script with their end card, a scene as any other, and no script after it', async () => {
    const studio = await openStudio();
    const { film } = await begun(studio, { endCard: END_CARD });
    const scenes = [draft('một'), draft('hai')];
    const { count, editId } = await studio.do({
      type: 'importScript',
      projectId: film,
      scenes,
      aspect: null,
    });
    const titles = async () =>
      (await studio.store.read((tx) => getScenes(tx, film))).map(({ title }) => title);
    expect(count).toBe(3);
    expect(await titles()).toEqual(['một', 'hai', 'Mật ong Lan']);
    const last = (await studio.store.read((tx) => getScenes(tx, film))).at(-1);
    expect(last).toMatchObject({ index: 3, voiceOver: 'Đặt hàng hôm nay.', lengthS: 4 });
    await studio.do({ type: 'importScript', projectId: film, scenes: [draft('ba')], aspect: null });
    expect(await titles()).toEqual(['một', 'hai', 'Mật ong Lan', 'ba']);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await titles()).toEqual(['ba']);
  });

  it('name files with Vietnamese letters where the film was named so', async () => {
    const studio = await openStudio();
    const { film } = await begun(studio, { naming: 'letters' });
    const made = await studio.store.read((tx) => getProject(tx, film));
    expect(made).toMatchObject({ naming: 'letters', stem: 'Mới' });
    await studio.do({ type: 'savePreset', projectId: film, name: 'Có dấu' });
    expect(await presetsOf(studio)).toMatchObject([{ naming: 'letters' }]);
  });

  it('an end card is set and taken back as one edit', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const { editId } = await studio.do({ type: 'setProject', projectId: film, endCard: END_CARD });
    expect(await studio.store.read((tx) => getProject(tx, film))).toMatchObject(END_CARD);
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect(await studio.store.read((tx) => getProject(tx, film))).toMatchObject(NO_END_CARD);
  });

  it('rules are set and taken back as one edit, and a card names what its prompts break', async () => {
    const studio = await openStudio();
    const film = await studio.project(1);
    const text = { imagePrompt: 'Chị Lan mở hũ Mật Ong', videoPrompt: 'Giọt máu rơi xuống' };
    await studio.do({ type: 'editScene', projectId: film, index: sceneIndex(1), text });
    const { editId } = await studio.do({ type: 'setProject', projectId: film, rules: RULES });
    expect((await studio.card(film, 1)).broken).toEqual({
      image: { missing: [], forbidden: [] },
      video: { missing: ['mật ong', 'chị Lan'], forbidden: ['máu'] },
    });
    if (editId === null) throw new Error('no edit');
    await studio.do({ type: 'undo', editId });
    expect((await studio.card(film, 1)).broken.video).toEqual({ missing: [], forbidden: [] });
  });

  it('whole words count, and a prompt that is not written yet breaks nothing', () => {
    const rules = { mustWords: '', neverWords: 'cat, , dog' };
    expect(brokenRules('A category of hot dogs', rules).forbidden).toEqual([]);
    expect(brokenRules('A DOG, asleep', rules).forbidden).toEqual(['dog']);
    expect(brokenRules('  ', { mustWords: 'cat', neverWords: '' }).missing).toEqual([]);
  });
});
