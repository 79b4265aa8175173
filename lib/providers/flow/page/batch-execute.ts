import { dig, isList, parseJson, type List } from './dig.ts';
import { withoutLongStrings } from './long-strings.ts';
import { readStatus, type Status } from './status.ts';

/** One call of a request. */
export interface Call {
  readonly rpcid: string;
  /** Tells calls of one rpcid apart; the reply's row says it again. */
  readonly tag: string;
  /** What is asked, in slots without names; undefined where it cannot be read. */
  readonly inner: unknown;
}

/** One row of a reply. Payload and status may come alone, together or not at all. */
export interface Row {
  /** Null in an error that names no call. */
  readonly rpcid: string | null;
  readonly tag: string;
  /** Null where the service sends none. */
  readonly payload: unknown;
  readonly status: Status | null;
}

/** A reply as its framing gives it. */
export type Reply =
  | { readonly type: 'rows'; readonly rows: readonly Row[] }
  /** A page for people stands where the reply should. */
  | { readonly type: 'html' }
  /** Nothing of it makes sense, or its end came too early. */
  | { readonly type: 'unreadable' };

const FIELD = 'f.req=';
const RPCID = /^\w{1,40}$/;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d];

/**
 * Reads the calls of a form body, `f.req=[[[rpcid, inner, null, tag]]]`. Only this field is looked at: the page's
 * own proof of who asks stands in another and is never read. The rpcid is taken from here, since not every URL
 * has one. Source: captures of the page, Sept–Oct 2026.
 */
export function readCalls(body: string): readonly Call[] {
  const rows = dig(parseJson(decode(requestIn(body))), 0);
  return isList(rows) ? rows.flatMap(readCall) : [];
}

function requestIn(body: string): string {
  const before = body.startsWith(FIELD) ? 0 : body.indexOf(`&${FIELD}`) + 1;
  if (!body.startsWith(FIELD, before)) return '';
  const end = body.indexOf('&', before);
  const field = body.slice(before + FIELD.length, end === -1 ? undefined : end);
  return withoutLongStrings(field, '%22', '%5C');
}

function decode(field: string): string {
  try {
    return decodeURIComponent(field.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

function readCall(row: unknown): readonly Call[] {
  const [rpcid, inner, tag] = [dig(row, 0), dig(row, 1), dig(row, 3)];
  if (typeof rpcid !== 'string' || !RPCID.test(rpcid)) return [];
  return [{ rpcid, tag: typeof tag === 'string' ? tag : '', inner: unwrap(inner) }];
}

/** What is asked and what is answered is JSON in a string of JSON. */
function unwrap(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

/**
 * Reads a reply: a guard line, then chunks of rows, each after its length. The lengths count bytes or characters as
 * it comes, so they are not read; a chunk ends where its brackets do. Source: captures of the page, Sept–Oct 2026.
 */
export function readReply(text: string): Reply {
  if (/^\s*(?:\)\]\}'\s*)?</.test(text)) return { type: 'html' };
  const short = withoutLongStrings(text, '"', '\\');
  const rows: Row[] = [];
  let at = short.indexOf('[');
  while (at !== -1) {
    const end = endOfList(short, at);
    if (end === -1) break;
    for (const row of rowsOf(parseJson(short.slice(at, end)))) rows.push(...readRow(row));
    at = short.indexOf('[', end);
  }
  return rows.length === 0 ? { type: 'unreadable' } : { type: 'rows', rows };
}

function rowsOf(chunk: unknown): readonly List[] {
  return isList(chunk) ? chunk.filter(isList) : [];
}

function readRow(row: List): readonly Row[] {
  const [kind, named, payload] = row;
  const rpcid = typeof named === 'string' ? named : null;
  if (kind === 'er') {
    const code = row.slice(2).find((each) => typeof each === 'number');
    return [{ rpcid, tag: '', payload: null, status: readStatus([code ?? UNKNOWN]) }];
  }
  const status = readStatus(row.slice(3).find(isList));
  // A whole request that is refused has a row that names no call.
  if (kind !== 'wrb.fr' || (rpcid === null && status === null)) return [];
  const tag = row.at(-1);
  return [{ rpcid, tag: typeof tag === 'string' ? tag : '', payload: unwrap(payload) ?? null, status }];
}

/** The gRPC code of an error that says nothing. */
const UNKNOWN = 2;

/** Where the list that begins at `start` ends; -1 where it does not. */
function endOfList(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === OPEN) depth++;
    else if (char === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) return at;
    if (char === BACKSLASH) at++;
  }
  return text.length;
}
