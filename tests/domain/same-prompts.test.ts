import { describe, expect, it } from 'vitest';
import { promptKeyOf, samePrompts } from '../../lib/domain/same-prompts.ts';
import { draft, openStudio, sceneIndex } from '../fakes/studio.ts';

describe('scenes with the same prompts', () => {
  it('name each other, whatever white space stands between their words', async () => {
    const studio = await openStudio();
    const film = await studio.project(3);
    expect(samePrompts(await studio.film(film)).size).toBe(0);
    const prompts = { imagePrompt: 'a  jar', videoPrompt: 'it opens' };
    for (const [index, text] of [
      [1, prompts],
      [3, { ...prompts, imagePrompt: ' a jar' }],
    ] as const)
      await studio.do({ type: 'editScene', projectId: film, index: sceneIndex(index), text });
    await studio.do({ type: 'duplicateScene', projectId: film, index: sceneIndex(2) });
    expect([...samePrompts(await studio.film(film))]).toEqual([
      [1, '3'],
      [3, '1'],
      [2, '4'],
      [4, '2'],
    ]);
  });

  it('are those that say the same where they have no prompt, and none that say nothing', () => {
    const bare = { ...draft('a'), imagePrompt: '', videoPrompt: ' ' };
    expect(promptKeyOf(bare)).toBe('Mô tả a Mô tả a');
    expect(promptKeyOf({ ...bare, description: '', title: '' })).toBe('');
  });
});
