import { cutText, dig, isList, textAt, walk, type List } from './dig.ts';
import { fieldsOf } from './protobuf.ts';

/** An error as the service says it, with HTTP 200 around it. */
export interface Status {
  /** A gRPC code, or an HTTP one from 100; null where none is told. */
  readonly code: number | null;
  /** What the service says, in its language; empty where it says nothing. */
  readonly words: string;
  /** The service's own names of it: numbers of its list of errors, or names such as `PUBLIC_ERROR_SEXUAL`. */
  readonly reasons: readonly (number | string)[];
}

/** Longest words of the service that are kept. */
export const WORDS_LIMIT = 300;
/** More reasons than any capture shows. */
export const REASONS_LIMIT = 5;

const NAME = /^[A-Z][A-Z0-9_]{2,80}$/;
const NAMED_INSIDE = /PUBLIC_ERROR_[A-Z0-9_]{1,80}/;
/** The message that holds a number of the service's list of errors. */
const NUMBERED = 'PublicAitkError';
const LONGEST_BASE64 = 4_000;

/**
 * Reads `[code, words, details]`; null where it is no error. A detail is `[type, value]` with the value as a list
 * or as base64 of a protobuf, or the whole of it in base64. Source: captures of the page, Sept–Oct 2026.
 */
export function readStatus(value: unknown): Status | null {
  if (!isList(value) || value.length === 0) return null;
  const [first] = value;
  const code = typeof first === 'number' && Number.isSafeInteger(first) ? first : null;
  const words = textAt(WORDS_LIMIT, value, 1);
  const details = dig(value, 2);
  const reasons = isList(details) ? reasonsOf(details) : [];
  if (code === 0 || (code === null && words === '' && reasons.length === 0)) return null;
  return { code, words, reasons };
}

function reasonsOf(details: List): readonly (number | string)[] {
  const found = new Set<number | string>();
  // A hostile body may hold a million details; the errors of a real one stand among the first.
  for (const detail of details.slice(0, 20)) {
    const reason = isList(detail) ? reasonOf(detail) : fromBase64('', detail);
    if (reason !== null) found.add(reason);
  }
  return [...found].slice(0, REASONS_LIMIT);
}

function reasonOf(detail: List): number | string | null {
  const [type, value] = detail;
  const typeName = typeof type === 'string' ? type : '';
  return isList(value) ? firstReason(typeName, value) : fromBase64(typeName, value);
}

function firstReason(type: string, value: List): number | string | null {
  let found: number | string | null = null;
  walk(value, (list) => {
    found ??= list.slice(0, 50).find((each) => isReason(type, each)) ?? null;
    return found === null;
  });
  return found;
}

function isReason(type: string, value: unknown): value is number | string {
  if (typeof value === 'number') return type.includes(NUMBERED) && Number.isSafeInteger(value);
  return typeof value === 'string' && NAME.test(value);
}

function fromBase64(type: string, value: unknown): number | string | null {
  if (typeof value !== 'string' || value.length > LONGEST_BASE64) return null;
  if (NAME.test(value)) return value;
  try {
    return fromBytes(type, atob(value.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}

function fromBytes(type: string, bytes: string): number | string | null {
  const fields = fieldsOf(bytes);
  const [name, inner] = [fields.get(1), fields.get(2)];
  if (typeof name === 'string' && name.includes('googleapis.com/') && typeof inner === 'string') {
    return fromBytes(name, inner);
  }
  const [first] = fields.values();
  if (typeof first === 'number' && type.includes(NUMBERED)) return first;
  if (typeof name === 'string' && NAME.test(name)) return name;
  return NAMED_INSIDE.exec(cutText(bytes, LONGEST_BASE64))?.[0] ?? null;
}
