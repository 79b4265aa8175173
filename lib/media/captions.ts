import { breakLines, type Measure } from './text-lines.ts';

/** One caption on the picture: its lines, and from when to when it stands, in seconds. */
export interface CaptionPage {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Lines that stand at one time. */
const MOST_LINES = 2;

/**
 * Spreads what is said over a clip: pages of at most two lines, each as long on the picture as its share of the
 * words. No word is broken or lost.
 */
export function captionPages(
  spoken: string,
  lengthS: number,
  width: number,
  measure: Measure,
): readonly CaptionPage[] {
  const pages = sentences(spoken).flatMap((sentence) => pagesOf(breakLines(sentence, width, measure)));
  const weights = pages.map((lines) => lines.join(' ').length + 8);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return pages.map((lines, at) => {
    const from = (before / whole) * lengthS;
    before += weights[at] ?? 0;
    return { lines, from, to: (before / whole) * lengthS };
  });
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let at = 0; at < lines.length; at += MOST_LINES) pages.push(lines.slice(at, at + MOST_LINES));
  return pages;
}

/** Short sentences stay together: a caption that flashes by cannot be read. */
function sentences(spoken: string): readonly string[] {
  const parts = spoken.split(/(?<=[.!?…])\s+|\n+/u).filter((part) => part.trim() !== '');
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + part.length < 48) joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  return joined;
}
