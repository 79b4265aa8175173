/** Measures a text in the font at hand, in pixels. */
export type Measure = (text: string) => number;

/**
 * Breaks a text between words into lines no wider than `width`, as few as it needs and of even length. A word
 * that is wider than a line is broken between characters. Nothing is lost: joined by blanks the lines are the text.
 */
export function breakLines(text: string, width: number, measure: Measure): readonly string[] {
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => splitWide(word, width, measure));
  const widest = fill(words, width, measure);
  let [least, most] = [0, width];
  while (most - least > 4) {
    const middle = (least + most) / 2;
    const tried = fill(words, middle, measure);
    const fits = tried.length === widest.length && tried.every((line) => measure(line) <= width);
    if (fits) most = middle;
    else least = middle;
  }
  const even = fill(words, most, measure);
  return even.length === widest.length && even.every((line) => measure(line) <= width) ? even : widest;
}

/** Keeps the first lines and ends the last with `…` where something was left out. */
export function clampLines(
  lines: readonly string[],
  most: number,
  width: number,
  measure: Measure,
): readonly string[] {
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && measure(`${last}…`) > width) last = last.replace(/\s*\S$/u, '');
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,.;:]+$/u, '')}…`];
}

function fill(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function splitWide(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const last = parts.at(-1);
    if (last !== undefined && measure(last + segment) <= width) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}
