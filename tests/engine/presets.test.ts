import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../lib/domain/prompt-rules.ts';
import { getProject } from '../../lib/store/projects.ts';
import { getSettings } from '../../lib/store/settings.ts';
import { openStudio, sceneIndex, type Studio } from '../fakes/studio.ts';

const presetsOf = async ({ store }: Studio) => (await store.read(getSettings)).presets;
const RULES = { mustWords: 'mật ong, chị Lan', neverWords: 'máu' };

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
      choices,
      rules: RULES,
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
      provider: 'animatic',
      imageModel: null,
      ...choices,
      ...RULES,
    });
    await studio.do({ type: 'removePreset', name: 'An' });
    expect((await presetsOf(studio)).map(({ name }) => name)).toEqual(['Cửa hàng']);
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
