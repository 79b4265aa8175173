import { namesOneOf } from './name-in-text.ts';
import { saidIn, type SceneText } from './scene.ts';

/** What a film says to every prompt, or to those of the scenes that name somebody. */
export interface PromptLines {
  /** How everything looks, up to {@link STYLE_LIMIT} characters; empty for no line. */
  readonly styleLine: string;
  /** A character a line: the names that the script calls it by, with commas between, a colon, and how it looks. */
  readonly characters: string;
}

/** Lines of a new film. */
export const NO_LINES: PromptLines = { styleLine: '', characters: '' };

/** Longest style line in characters. */
export const STYLE_LIMIT = 2_000;

/** The lines that are added to the prompts of a scene: those of the characters that its texts name, then the style. */
export function linesFor({ styleLine, characters }: PromptLines, scene: SceneText): readonly string[] {
  const said = saidIn(scene);
  const named = characters.split('\n').filter((line) => {
    const [names = '', look] = line.split(/:(.*)/su);
    return look !== undefined && look.trim() !== '' && namesOneOf(said, names);
  });
  return [...named, styleLine].map((line) => line.trim()).filter((line) => line !== '');
}

/** A prompt with the lines that are added to it; one that says nothing stays as it is. */
export function withLines(prompt: string, lines: readonly string[]): string {
  return prompt.trim() === '' || lines.length === 0 ? prompt : [prompt, ...lines].join('\n');
}
