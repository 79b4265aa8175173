import { createJsonReader, type JsonRead } from './json-text.ts';
import { isSceneKey } from './scene-fields.ts';
import type { TextPlaces } from './text-places.ts';

/** A piece of a text that is JSON or was meant to be. */
export interface JsonPart {
  readonly read: JsonRead;
  readonly start: number;
  /** Whether it stands in a fence of a chat model's answer. */
  readonly isFenced: boolean;
  /** Whether it is what is left of a scene that has lost its first bracket. */
  readonly isHeadless: boolean;
}

/** Everything in a text that begins as JSON does, in its order; prose and fences around it are passed over. */
export interface FoundJson {
  readonly parts: readonly JsonPart[];
  readonly places: TextPlaces;
  /** Whether the text begins with the first part. */
  readonly beginsAsJson: boolean;
  /** Whether the text is the one part and nothing else. */
  readonly isWhole: boolean;
}

/** Far more pieces than any answer has; a text of more is none. */
const MOST_PARTS = 10_000;

/** `[vui vẻ] Xin chào` begins a plain text; `["…`, `[{…` and `{"…` begin JSON, and so does a comment in it. */
const BEGINS = /\{\s*(?:["“”„}]|\/[/*])|\[\s*(?:["“”„{[\]\d-]|\/[/*]|null|true|false)/y;

/** Finds the JSON in a text. Each piece is looked at once: after one that breaks off, where it broke off. */
export function findJson(text: string): FoundJson {
  const reader = createJsonReader(text);
  const isFenced = fencesOf(text);
  const parts: JsonPart[] = [];
  let at = nextStart(text, 0);
  const before = at === null ? null : keyBetween(text, 0, at);
  if (before !== null) parts.push({ ...headless(before), isFenced: isFenced(before.at), isHeadless: true });
  while (at !== null && parts.length < MOST_PARTS) {
    const read = reader.readAt(at);
    parts.push({ read, start: at, isFenced: isFenced(at), isHeadless: false });
    const next = nextStart(text, read.end);
    const key = keyBetween(text, read.end, next ?? text.length);
    if (key !== null) parts.push({ ...headless(key), isFenced: isFenced(key.at), isHeadless: true });
    at = next;
  }
  const [first] = parts;
  const beginsAsJson = first?.start === text.length - text.trimStart().length;
  const isWhole = beginsAsJson && parts.length === 1 && first.read.ok && isBlankFrom(text, first.read.end);
  return { parts, places: reader.places, beginsAsJson, isWhole };
}

function nextStart(text: string, from: number): number | null {
  const bracket = /[{[]/g;
  bracket.lastIndex = from;
  for (let found = bracket.exec(text); found !== null; found = bracket.exec(text)) {
    BEGINS.lastIndex = found.index;
    if (BEGINS.test(text)) return found.index;
  }
  return null;
}

interface Key {
  readonly name: string;
  readonly at: number;
}

/** The first key of a scene that stands between two places, outside of every bracket. */
function keyBetween(text: string, from: number, to: number): Key | null {
  const key = /["“”„]([^"“”„\n]{1,40})["“”„]\s*:/g;
  for (const found of text.slice(from, to).matchAll(key)) {
    const [, name = ''] = found;
    if (isSceneKey(name)) return { name, at: from + found.index };
  }
  return null;
}

function headless({ name, at }: Key): Pick<JsonPart, 'read' | 'start'> {
  return { start: at, read: { ok: false, end: at, stop: { at, isCutOff: false, keys: [name] } } };
}

function isBlankFrom(text: string, at: number): boolean {
  const inked = /\S/g;
  inked.lastIndex = at;
  return !inked.test(text);
}

/** Tells whether a place lies between two fences; places are asked for in the order of the text. */
function fencesOf(text: string): (at: number) => boolean {
  const fence = /```|~~~/g;
  let next = fence.exec(text);
  let open = false;
  return (at) => {
    for (; next !== null && next.index < at; next = fence.exec(text)) open = !open;
    return open;
  };
}
