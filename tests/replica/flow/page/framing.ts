/** What a reply says about one call. */
export type Reply =
  | { readonly type: 'ok'; readonly payload: unknown }
  /** The service answered with a status instead of a payload. */
  | { readonly type: 'refused'; readonly code: number; readonly reason: string | null }
  /** No reply that could be read: the connection broke, or a page of HTML came. */
  | { readonly type: 'lost'; readonly status: number };

/** Where the JSON array that begins at `from` ends, or -1; brackets inside strings do not count. */
function endOfArray(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[') depth += 1;
    else if (sign === ']' && --depth === 0) return at + 1;
  }
  return -1;
}

/** Rows of all chunks. The lengths between them count bytes or signs as it suits, so they are not read. */
export function rowsOf(text: string): readonly (readonly unknown[])[] {
  const rows: (readonly unknown[])[] = [];
  let at = text.indexOf('[');
  while (at !== -1) {
    const end = endOfArray(text, at);
    if (end === -1) break;
    rows.push(...arraysIn(text.slice(at, end)));
    at = text.indexOf('[', end);
  }
  return rows;
}

function arraysIn(json: string): readonly (readonly unknown[])[] {
  const parsed = parse(json);
  return Array.isArray(parsed) ? parsed.filter((row) => Array.isArray(row)) : [];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Reads one call's reply out of the text of a batchexecute response. Source: captures of the page, Sept–Oct 2026. */
export function readReply(status: number, text: string, rpcid: string): Reply {
  if (status !== 200) return { type: 'lost', status };
  const row = rowsOf(text).find(([kind, id]) => kind === 'wrb.fr' && id === rpcid);
  if (row === undefined) return { type: 'lost', status };
  const refused = row[5];
  if (Array.isArray(refused)) return refusal(refused);
  return { type: 'ok', payload: typeof row[2] === 'string' ? parse(row[2]) : null };
}

function refusal(status: readonly unknown[]): Reply {
  const code = typeof status[0] === 'number' ? status[0] : 2;
  return { type: 'refused', code, reason: reasonOf(status[2]) };
}

/** Some details are text, some the same as protobuf in base64. */
function nameIn(details: string): string | null {
  const name = /PUBLIC_ERROR_[A-Z_0-9]+/;
  if (name.test(details)) return details;
  try {
    return name.exec(atob(details))?.[0] ?? null;
  } catch {
    return null;
  }
}

/** The name `PUBLIC_ERROR_…` of a refusal, or the number of its enum as text. */
export function reasonOf(details: unknown): string | null {
  if (typeof details === 'string') return nameIn(details);
  if (typeof details === 'number') return String(details);
  if (!Array.isArray(details)) return null;
  for (const part of details) {
    const found = reasonOf(part);
    if (found !== null) return found;
  }
  return null;
}
