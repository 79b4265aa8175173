import { fail, ok, type Result } from '../domain/result.ts';
import type { Json } from '../domain/scene.ts';

/** JSON with the line of every array element, from 1, so that a note can name it. */
export interface JsonText {
  readonly value: Json;
  /** Lines of an array's elements; empty for an array of another text. */
  linesOf(array: readonly Json[]): readonly number[];
  /** Lines where a comma stood too many. */
  readonly trailingCommas: readonly number[];
}

/** Where a text stops being JSON; both from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/** Deeper than any script; a deeper nest is refused before it can exhaust the stack. */
const DEEPEST = 100;

/**
 * Parses JSON as RFC 8259 has it, and forgives a comma before a closing bracket, which chat models write.
 * `JSON.parse` tells no line for a value and, in some browsers, none for a fault.
 */
export function parseJsonText(text: string): Result<JsonText, JsonFault> {
  const reader = new Reader(text);
  try {
    const value = reader.value(0);
    reader.space();
    if (reader.at < text.length) reader.stop();
    const { lines, trailingCommas } = reader;
    return ok({ value, trailingCommas, linesOf: (array) => lines.get(array) ?? [] });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return fail(reader.place(reader.at));
  }
}

class Stopped extends Error {}

class Reader {
  readonly text: string;
  at = 0;
  private counted = 0;
  private line = 1;
  readonly lines = new WeakMap<readonly Json[], readonly number[]>();
  readonly trailingCommas: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  stop(): never {
    throw new Stopped();
  }

  place(at: number): JsonFault {
    return { line: this.lineOf(at), column: at - this.text.lastIndexOf('\n', at - 1) };
  }

  /** Counts on from the last place: places are asked for in the order of the text. */
  private lineOf(at: number): number {
    for (;;) {
      const next = this.text.indexOf('\n', this.counted);
      if (next === -1 || next >= at) return this.line;
      this.counted = next + 1;
      this.line++;
    }
  }

  space(): void {
    this.match(/[ \t\r\n]*/y);
  }

  value(depth: number): Json {
    this.space();
    if (depth > DEEPEST) this.stop();
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    const word = this.match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (word === null || word === '') this.stop();
    return word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : Number(word);
  }

  private array(depth: number): Json {
    const items: Json[] = [];
    const lines: number[] = [];
    this.each(']', () => {
      lines.push(this.place(this.at).line);
      items.push(this.value(depth + 1));
    });
    this.lines.set(items, lines);
    return items;
  }

  private object(depth: number): Json {
    const entries: [string, Json][] = [];
    this.each('}', () => {
      const key = this.string();
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
      const { line } = this.place(this.at++);
      this.space();
      if (this.text[this.at] === close) this.trailingCommas.push(line);
    }
    this.at++;
  }

  private string(): string {
    const start = this.at;
    // RFC 8259 allows no control character inside a text.
    // oxlint-disable-next-line no-control-regex
    const raw = this.match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    if (raw === null) {
      this.at = start;
      this.stop();
    }
    const parsed: unknown = JSON.parse(raw);
    return typeof parsed === 'string' ? parsed : this.stop();
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }
}
