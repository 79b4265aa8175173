import { describe, expect, it } from 'vitest';
import { withStyle } from '../../lib/domain/add-style.ts';
import { STYLE_LIMIT } from '../../lib/domain/prompt-lines.ts';
import { TEXT_LIMIT } from '../../lib/domain/scene.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { openStudio, sceneIndex } from '../fakes/studio.ts';

const STYLE = 'đen trắng';

/** The prompts of a film of one scene once a style was added to them. */
async function styled(text: { readonly imagePrompt: string; readonly videoPrompt: string }, times = 1) {
  const studio = await openStudio();
  const projectId = await studio.project(1);
  const index = sceneIndex(1);
  await studio.do({ type: 'editScene', projectId, index, text: { ...text, description: 'Mở hũ mật' } });
  const read = () => studio.store.read((tx) => getScenes(tx, projectId));
  for (let time = 0; time < times; time++) {
    const texts = withStyle(await read(), STYLE);
    if (texts.length > 0) await studio.do({ type: 'replaceText', projectId, texts });
  }
  return (await read()).map(({ imagePrompt, videoPrompt }) => [imagePrompt, videoPrompt])[0];
}

describe('a style of some scenes', () => {
  it('stands under what each prompt says, once however often it is added', async () => {
    const text = { imagePrompt: 'a jar', videoPrompt: 'it opens' };
    expect(await styled(text, 2)).toEqual([`a jar\n${STYLE}`, `it opens\n${STYLE}`]);
  });

  it('comes to what a scene shows where it has no prompt: a style alone is none', async () => {
    const text = { imagePrompt: '', videoPrompt: 'it opens' };
    expect(await styled(text)).toEqual([`Mở hũ mật\n${STYLE}`, `it opens\n${STYLE}`]);
  });

  it('leaves out what would be too long', async () => {
    const text = { imagePrompt: 'x'.repeat(TEXT_LIMIT), videoPrompt: 'it opens' };
    expect(await styled(text)).toEqual([text.imagePrompt, `it opens\n${STYLE}`]);
    expect(STYLE_LIMIT).toBeLessThan(TEXT_LIMIT);
  });
});
