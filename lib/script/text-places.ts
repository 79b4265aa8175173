/** Lines and columns of a text, both from 1. */
export interface TextPlaces {
  lineOf(at: number): number;
  columnOf(at: number): number;
  /** What stands on a line around a column, without blanks at its ends: at most 80 characters. */
  excerpt(line: number, column: number): string;
}

const EXCERPT = 80;

/**
 * Learns the lines of a text in one pass. A place is then found by halving, so that asking for every element of
 * a text of one long line stays cheap.
 */
export function placesOf(text: string): TextPlaces {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  const lineOf = (at: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return {
    lineOf,
    columnOf: (at) => at - startOf(lineOf(at)) + 1,
    excerpt: (line, column) => {
      const end = Math.max(startOf(line), startOf(line + 1) - (line < starts.length ? 1 : 0));
      const from = Math.max(startOf(line), startOf(line) + column - 1 - EXCERPT / 2);
      return text.slice(from, Math.min(end, from + EXCERPT)).trim();
    },
  };
}
