/** What is looked for in texts. */
export interface TextQuery {
  readonly find: string;
  readonly matchCase: boolean;
  /** Whether letters and digits beside a hit make it none. */
  readonly wholeWord: boolean;
}

/** Where a hit begins and ends in the composed text, in UTF-16 units. */
export interface TextHit {
  readonly start: number;
  readonly end: number;
}

/**
 * A text with each letter and its marks as one character. The same Vietnamese word comes from some keyboards and
 * systems in one form and from others in the other.
 */
export function composed(text: string): string {
  return text.normalize('NFC');
}

/** Finds every hit in a text, from its beginning, none of which overlap. Letters with other marks are other letters. */
export function findIn(text: string, { find, matchCase, wholeWord }: TextQuery): readonly TextHit[] {
  const whole = composed(text);
  const folded = matchCase ? { text: whole, places: null } : fold(whole);
  const needle = matchCase ? composed(find) : fold(composed(find)).text;
  const hits: TextHit[] = [];
  if (needle === '') return hits;
  let from = folded.text.indexOf(needle);
  while (from !== -1) {
    const start = placeOf(folded.places, from);
    const end = placeOf(folded.places, from + needle.length);
    const fits = start !== null && end !== null && !isBeforeMark(whole, end);
    const isHit = fits && (!wholeWord || isWhole(whole, start, end));
    if (isHit) hits.push({ start, end });
    from = folded.text.indexOf(needle, from + (isHit ? needle.length : 1));
  }
  return hits;
}

/** Puts other words in the place of hits; everything between them stays. */
export function replaceIn(text: string, hits: readonly TextHit[], words: string): string {
  const whole = composed(text);
  let done = 0;
  let next = '';
  for (const { start, end } of hits) {
    next += whole.slice(done, start) + words;
    done = end;
  }
  return next + whole.slice(done);
}

interface Folded {
  readonly text: string;
  /** Where in the text each unit of the folded one comes from; null in the middle of a character. Null for all alike. */
  readonly places: readonly (number | null)[] | null;
}

/** Capital letters come to be small ones by way of the capitals, which brings `ß` and `ς` together with theirs. */
function fold(text: string): Folded {
  const places: (number | null)[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const small = character.toUpperCase().toLowerCase();
    folded += small;
    places.push(...Array.from({ length: small.length }, (_, unit) => (unit === 0 ? at : null)));
    at += character.length;
  }
  return { text: folded, places: [...places, at] };
}

function placeOf(places: Folded['places'], at: number): number | null {
  return places === null ? at : (places[at] ?? null);
}

// Classes of letters are slow to compile: these stand where they are used, since the worker starts with this file.

/** A mark that stands behind a letter belongs to it: the letter alone is another one. */
function isBeforeMark(text: string, end: number): boolean {
  return /^\p{M}/u.test(text.slice(end));
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /(?<![\p{L}\p{N}\p{M}_])$/u.test(before) && /^(?![\p{L}\p{N}\p{M}_])/u.test(text.slice(end));
}
