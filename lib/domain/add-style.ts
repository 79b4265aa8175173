import { promptOf } from './prompt-of.ts';
import { withLines } from './prompt-lines.ts';
import type { Rewrite } from './replace-text.ts';
import { TEXT_LIMIT, type Scene } from './scene.ts';

/**
 * What the prompts of scenes say with a style of their own; one that says it already stays as it is. A scene without a
 * prompt gets what it shows for one, since a style alone is no prompt. What would be too long is left out.
 */
export function withStyle(scenes: readonly Scene[], style: string): readonly Rewrite[] {
  return scenes.flatMap((scene) =>
    (['imagePrompt', 'videoPrompt'] as const).flatMap((field): readonly Rewrite[] => {
      const was = scene[field];
      const said = promptOf({ ...scene, prompt: was });
      const text = withLines(said, [style]);
      const isSaid = text === said || said.split('\n').includes(style);
      return isSaid || text.length > TEXT_LIMIT ? [] : [{ index: scene.index, field, was, text }];
    }),
  );
}
