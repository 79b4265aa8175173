import type { ScenePlace } from './card.ts';
import type { SceneIndex } from './ids.ts';
import { promptOf } from './prompt-of.ts';
import type { SceneText } from './scene.ts';

/** Scenes that are named before the rest is left to be found. */
const MOST_NAMED = 5;

/** What a scene's prompts come to, white space counted once; empty where it says nothing. */
export function promptKeyOf(scene: SceneText): string {
  const { imagePrompt, videoPrompt } = scene;
  const both = [imagePrompt, videoPrompt].map((prompt) => promptOf({ ...scene, prompt }));
  return both.join('\n').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The numbers of the other scenes that have a scene's prompts, for each scene that is not alone with them. */
export function samePrompts(places: readonly ScenePlace[]): ReadonlyMap<SceneIndex, string> {
  const byPrompt = new Map<string, SceneIndex[]>();
  for (const { prompt, index } of places) {
    const together = byPrompt.get(prompt);
    if (together !== undefined) together.push(index);
    else if (prompt !== '') byPrompt.set(prompt, [index]);
  }
  const same = new Map<SceneIndex, string>();
  for (const together of byPrompt.values()) {
    if (together.length > 1) for (const index of together) same.set(index, othersOf(together, index));
  }
  return same;
}

function othersOf(together: readonly SceneIndex[], index: SceneIndex): string {
  const others = together.slice(0, MOST_NAMED + 1).filter((each) => each !== index);
  const named = others.slice(0, MOST_NAMED).join(', ');
  return together.length - 1 > MOST_NAMED ? `${named} …` : named;
}
