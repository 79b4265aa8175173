/** A list of the wire: the service names nothing, everything stands in a slot. */
export type List = readonly unknown[];

/** Tells whether a value is a list. Objects never matter on this wire, so no key of theirs is ever read. */
export function isList(value: unknown): value is List {
  return Array.isArray(value);
}

/** What stands at a path of slots; undefined where the path ends early. */
export function dig(value: unknown, ...path: readonly number[]): unknown {
  let here = value;
  for (const slot of path) {
    if (!isList(here)) return undefined;
    here = here[slot];
  }
  return here;
}

/** A whole number from 0 that stands at a path; null where there is none. */
export function countAt(value: unknown, ...path: readonly number[]): number | null {
  const found = dig(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : null;
}

/** The text at a path, cut to a length; empty where there is none. */
export function textAt(longest: number, value: unknown, ...path: readonly number[]): string {
  const found = dig(value, ...path);
  return typeof found === 'string' ? cutText(found, longest) : '';
}

/** Cuts a text, never through a surrogate pair: half of one is no text in a message. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest);
}

/**
 * Visits lists from the outside in and in reading order; `enter` answers whether to look inside. A loop and no
 * recursion: a hostile body nests deeper than the stack.
 */
export function walk(root: unknown, enter: (list: List) => boolean): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!isList(next) || !enter(next)) continue;
    for (let slot = next.length - 1; slot >= 0; slot--) if (isList(next[slot])) waiting.push(next[slot]);
  }
}

/** Parses JSON; undefined, which JSON cannot say, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
