import type { Kind } from './scene.ts';
import type { Naming } from './project.ts';
import type { SceneIndex, TakeNumber } from './ids.ts';

const LONGEST_STEM = 60;
/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * Makes a file-name stem of a project's name: Vietnamese as ASCII (đ → d) or as it is written, other letters kept,
 * everything else one `-`, at most 60 characters, never empty, reserved or among `taken` (then `-2`, `-3` …).
 */
export function makeStem(name: string, taken: ReadonlySet<string>, naming: Naming): string {
  const letters = naming === 'ascii' ? asciiOf(name) : name;
  const safe = Array.from(letters.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-'))
    .slice(0, LONGEST_STEM)
    .join('');
  const trimmed = safe.replace(/^-+|-+$/g, '');
  const base = trimmed === '' ? 'film' : RESERVED.test(trimmed) ? `${trimmed}-film` : trimmed;
  const has = (stem: string): boolean => taken.has(stem.toLowerCase());
  if (!has(base)) return base;
  let n = 2;
  while (has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}

function asciiOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** Path of a take's own file below the downloads folder (design §8). */
export function takeFileName(
  stem: string,
  index: SceneIndex,
  kind: Kind,
  number: TakeNumber,
  extension: string,
): string {
  const middle = kind === 'video' ? '' : `_${kind}`;
  return `${stem}/${stem}_scene${index}${middle}_take${number}.${extension}`;
}

/** Path of a scene's pick below the downloads folder. */
export function pickFileName(stem: string, index: SceneIndex, extension: string): string {
  return `${stem}/${stem}_scene${index}.${extension}`;
}

/** Path of the film below the downloads folder. */
export function filmFileName(stem: string): string {
  return `${stem}/${stem}.mp4`;
}
