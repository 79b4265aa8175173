import type { Json } from '../domain/scene.ts';
import { placesOf, type TextPlaces } from './text-places.ts';

/** Something that JSON does not have and that was read all the same. */
export interface Mend {
  readonly type: 'TrailingComma' | 'SmartQuotes' | 'Comment';
  readonly line: number;
  /** The comment's own words; empty for the others. */
  readonly words: string;
}

/** A value of JSON inside a text, with the line of every array element, from 1, so that a note can name it. */
export interface JsonValue {
  readonly value: Json;
  readonly line: number;
  /** Lines of an array's elements; empty for an array of another text. */
  linesOf(array: readonly Json[]): readonly number[];
  readonly mends: readonly Mend[];
}

/** Where a text stops being JSON. */
export interface JsonStop {
  readonly at: number;
  /** Whether it stops because the text does, or the fence around it: the writer never came to the end. */
  readonly isCutOff: boolean;
  /** Keys that were read before, at most 100. */
  readonly keys: readonly string[];
}

/** What was read from one place on, up to `end`: a value, or where it stopped. */
export type JsonRead = { readonly end: number } & (
  { readonly ok: true; readonly json: JsonValue } | { readonly ok: false; readonly stop: JsonStop }
);

/** Reads JSON values out of one text. */
export interface JsonReader {
  readonly places: TextPlaces;
  readAt(at: number): JsonRead;
}

/** Deeper than any script; a deeper nest is refused before it can exhaust the stack. */
const DEEPEST = 100;
const MOST_KEYS = 100;
const QUOTES = '"“”„‟';
/** Blanks of JSON, of word processors (NBSP and its kin) and those that nobody sees. */
const BLANK = /[\s\u200b-\u200d\u2060]+/y;
/** What may follow where a writer was cut off. */
const REST_IS_OVER = /[\s\u200b-\u200d\u2060]*(?:(?:\.{3}|…)[\s\u200b-\u200d\u2060]*)?(?:$|```|~~~)/y;

/**
 * Makes a reader of JSON as RFC 8259 has it, which forgives what chat models and word processors write: a comma
 * before a closing bracket, comments, curly quotes around a text, blanks of other kinds. What it forgave stands
 * in `mends`. Reading on from each `end` goes over the text once.
 */
export function createJsonReader(text: string): JsonReader {
  const places = placesOf(text);
  const lines = new WeakMap<readonly Json[], readonly number[]>();
  return {
    places,
    readAt: (at) => {
      const reader = new Reader(text, at, places, lines);
      try {
        const value = reader.value(0);
        const linesOf = (array: readonly Json[]): readonly number[] => lines.get(array) ?? [];
        const json = { value, line: places.lineOf(at), linesOf, mends: reader.mends };
        return { ok: true, end: reader.at, json };
      } catch (error) {
        if (error !== STOPPED) throw error;
        const end = Math.max(at + 1, reader.at);
        const isCutOff = reader.isOpenAtEnd || reader.match(REST_IS_OVER) !== null;
        const stop = { at: isCutOff ? reader.lastInk() : reader.stoppedAt, isCutOff, keys: reader.keys };
        return { ok: false, end, stop };
      }
    },
  };
}

/** One for all: a hostile text stops a million times, and a trace of each would cost more than the reading. */
const STOPPED = new Error('The text stops being JSON.');

class Reader {
  readonly text: string;
  at: number;
  stoppedAt = 0;
  isOpenAtEnd = false;
  readonly keys: string[] = [];
  readonly mends: Mend[] = [];
  private readonly places: TextPlaces;
  private readonly lines: WeakMap<readonly Json[], readonly number[]>;

  constructor(text: string, at: number, places: TextPlaces, lines: Reader['lines']) {
    this.text = text;
    this.at = at;
    this.places = places;
    this.lines = lines;
  }

  stop(at = this.at): never {
    this.stoppedAt = at;
    throw STOPPED;
  }

  value(depth: number): Json {
    this.space();
    if (depth > DEEPEST) this.stop();
    const first = this.text.charAt(this.at);
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first !== '' && QUOTES.includes(first)) return this.string();
    const word = this.match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (word === null || word === '') this.stop();
    return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : Number(word);
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  /** The place that a cut-off text ends at: before the stop, or the text that is open still. */
  lastInk(): number {
    let at = this.stoppedAt;
    if (!this.isOpenAtEnd)
      do at--;
      while (at > 0 && /\s/.test(this.text.charAt(at)));
    return Math.max(0, at);
  }

  private array(depth: number): Json {
    const items: Json[] = [];
    const lines: number[] = [];
    this.each(']', () => {
      lines.push(this.places.lineOf(this.at));
      items.push(this.value(depth + 1));
    });
    this.lines.set(items, lines);
    return items;
  }

  private object(depth: number): Json {
    const entries: [string, Json][] = [];
    this.each('}', () => {
      const key = this.string();
      if (this.keys.length < MOST_KEYS) this.keys.push(key);
      this.space();
      if (this.text[this.at] !== ':') this.stop();
      this.at++;
      entries.push([key, this.value(depth + 1)]);
    });
    return Object.fromEntries(entries);
  }

  /** Reads elements up to the closing bracket, and one comma too many before it. */
  private each(close: ']' | '}', element: () => void): void {
    this.at++;
    this.space();
    while (this.text[this.at] !== close) {
      element();
      this.space();
      if (this.text[this.at] === close) break;
      if (this.text[this.at] !== ',') this.stop();
      const comma = this.at++;
      this.space();
      if (this.text[this.at] === close) this.mend('TrailingComma', comma, '');
    }
    this.at++;
  }

  /** Passes over blanks and comments. */
  private space(): void {
    for (;;) {
      this.match(BLANK);
      const start = this.at;
      const opening = this.text.slice(start, start + 2);
      if (opening !== '//' && opening !== '/*') return;
      const closing = opening === '//' ? '\n' : '*/';
      const end = this.text.indexOf(closing, start + 2);
      const upTo = end === -1 ? this.text.length : end;
      this.at = Math.min(this.text.length, closing === '*/' ? upTo + 2 : upTo);
      // A block comment that nobody closes hides the rest of the answer, and nothing is looked for in it.
      if (end === -1 && opening === '/*') {
        this.isOpenAtEnd = true;
        this.stop(start);
      }
      this.mend('Comment', start, this.text.slice(start + 2, Math.min(upTo, start + 80)).trim());
    }
  }

  /** A text between straight or curly quotes. It is read by hand: a pattern exhausts its stack on a long one. */
  private string(): string {
    const start = this.at;
    const first = this.text.charAt(start);
    if (first === '' || !QUOTES.includes(first)) this.stop();
    const closers = first === '"' ? '"' : QUOTES;
    let end = start + 1;
    for (; ; end++) {
      const here = this.text.charAt(end);
      if (here === '' || here < ' ') this.stopInText(end);
      if (closers.includes(here)) break;
      if (here === '\\') end++;
    }
    const parsed = textBetween(this.text.slice(start + 1, end));
    if (parsed === null) this.stop();
    if (first !== '"' || this.text[end] !== '"') this.mend('SmartQuotes', start, '');
    this.at = end + 1;
    return parsed;
  }

  /** A text that has no end on its line stops at its beginning, where its missing quote is looked for. */
  private stopInText(end: number): never {
    REST_IS_OVER.lastIndex = end;
    this.isOpenAtEnd = REST_IS_OVER.test(this.text);
    this.stop();
  }

  private mend(type: Mend['type'], at: number, words: string): void {
    this.mends.push({ type, line: this.places.lineOf(at), words });
  }
}

/** Reads the escapes of a text; null where one of them is none of JSON's. */
function textBetween(raw: string): string | null {
  if (!raw.includes('\\')) return raw;
  try {
    const parsed: unknown = JSON.parse(`"${raw}"`);
    return typeof parsed === 'string' ? parsed : null;
  } catch {
    return null;
  }
}
