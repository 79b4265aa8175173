/** A piece of two texts: in both, or in one of them alone. */
export interface DiffPart {
  readonly in: 'both' | 'left' | 'right';
  readonly text: string;
}

/** Pairs of words beyond which the changed middle is told as a whole: a table of more would hold the page up. */
const MOST_PAIRS = 4_000_000;

/**
 * Tells two texts apart word by word, in reading order; what the left alone has stands before what the right has in its
 * place. The parts of both and left make the left text again, those of both and right the right one.
 */
export function diffWords(left: string, right: string): readonly DiffPart[] {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const start = countWhile(Math.min(a.length, b.length), (at) => a[at] === b[at]);
  const most = Math.min(a.length, b.length) - start;
  const end = countWhile(most, (at) => a[a.length - 1 - at] === b[b.length - 1 - at]);
  const parts: DiffPart[] = [
    { in: 'both', text: a.slice(0, start).join('') },
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { in: 'both', text: a.slice(a.length - end).join('') },
  ];
  return joinAlike(foldGaps(joinAlike(parts)));
}

/** White space, a letter of a script that sets no spaces, a word with its marks, any other sign. */
const WORDS =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}_'’-]+|./gsu;

/** Words, signs and white space, each by itself; together they are the text. */
function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count++;
  return count;
}

/** The longest row of words that both have, in order; the rest is one text's alone. */
function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  if (a.length * b.length > MOST_PAIRS) {
    return [
      { in: 'left', text: a.join('') },
      { in: 'right', text: b.join('') },
    ];
  }
  const shared = sharedLengths(a, b);
  const width = b.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [a[i], b[j]];
    const [down = -1, across = -1] = [shared[(i + 1) * width + j], shared[i * width + j + 1]];
    if (fromA !== undefined && fromA === fromB) {
      parts.push({ in: 'both', text: fromA });
      i++;
      j++;
    } else if (fromA !== undefined && (fromB === undefined || down >= across)) {
      parts.push({ in: 'left', text: fromA });
      i++;
    } else {
      parts.push({ in: 'right', text: fromB ?? '' });
      j++;
    }
  }
  return parts;
}

/** For each pair of places how many words the rests from there have in common. */
function sharedLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const shared = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      const [both = 0, down = 0, across = 0] = [
        shared[here + width + 1],
        shared[here + width],
        shared[here + 1],
      ];
      shared[here] = a[i] === b[j] ? both + 1 : Math.max(down, across);
    }
  }
  return shared;
}

/** A lone space between two changes is read as part of them: `hard noon` → `soft dawn`, not word by word. */
function foldGaps(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.flatMap((part, at): readonly DiffPart[] => {
    const isGap = part.in === 'both' && part.text.trim() === '' && at > 0 && at < parts.length - 1;
    if (!isGap) return [part];
    return [
      { in: 'left', text: part.text },
      { in: 'right', text: part.text },
    ];
  });
}

/** Parts of one side between two shared ones become one, the left's first. */
function joinAlike(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let [left, right] = ['', ''];
  const flush = (): void => {
    if (left !== '') joined.push({ in: 'left', text: left });
    if (right !== '') joined.push({ in: 'right', text: right });
    [left, right] = ['', ''];
  };
  for (const part of parts) {
    if (part.text === '') continue;
    if (part.in === 'left') left += part.text;
    else if (part.in === 'right') right += part.text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.in === 'both') joined[joined.length - 1] = { in: 'both', text: last.text + part.text };
      else joined.push(part);
    }
  }
  flush();
  return joined;
}
