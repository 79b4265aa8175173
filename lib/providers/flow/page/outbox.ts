import { isList, parseJson } from './dig.ts';
import { isFlowId } from './flow-id.ts';
import { idsOnly } from './ids-only.ts';
import type { Report } from './report.ts';
import { isRead } from './shapes-answer.ts';

/** What the background did with a report. */
export type Received =
  /** It is in the store: the report has done its work. */
  | 'stored'
  /** It can never be stored; sent again it would hold up the others for ever. */
  | 'refused'
  /** Nobody took it. */
  | 'later';

/** Reports that wait until the background has stored them (L10). */
export interface Outbox {
  add(report: Report): void;
  /** In the order in which they were added. */
  waiting(): readonly Report[];
  /**
   * Sends what waits, one after the other, until one is not taken; false where some still wait. Call it again
   * later: a report may arrive twice, and its document and number tell.
   */
  send(send: (report: Report) => Promise<Received>): Promise<boolean>;
}

/** The one key of the page's storage that is ours. */
export const OUTBOX_KEY = 'retake.outbox';
/** The page has 5 million characters for itself; these are the most of them that Retake takes. */
const LONGEST = 500_000;
const MOST = 200;

/**
 * Opens the outbox of a tab. Its storage outlives the document, a reload and the extension's own update, but not
 * the tab; it holds ids only. Words and addresses stay in memory and are lost with the document. It is not called by
 * its plain name: for that word WXT puts its own storage into the script, 3 kB of it.
 */
export function openOutbox(tabStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Outbox {
  const whole = new Map<string, Report>();
  // Where the storage is full or closed: what it lacks, and what it still has though it was taken.
  let unsaved: readonly Report[] = [];
  const taken = new Set<string>();
  let sending: Promise<boolean> | null = null;

  const all = (): readonly Report[] =>
    [...readFrom(tabStorage), ...unsaved].filter((report) => !taken.has(keyOf(report)));
  const keep = (reports: readonly Report[]): void => {
    const kept = capped(reports);
    const isWritten = writeTo(tabStorage, kept);
    if (isWritten) taken.clear();
    const there = new Set(readFrom(tabStorage).map(keyOf));
    unsaved = isWritten ? [] : kept.filter((report) => !there.has(keyOf(report)));
    const keys = new Set(kept.map(keyOf));
    for (const key of whole.keys()) if (!keys.has(key)) whole.delete(key);
  };
  const waiting = (): readonly Report[] => all().map((report) => whole.get(keyOf(report)) ?? report);
  const sendAll = async (send: (report: Report) => Promise<Received>): Promise<boolean> => {
    for (;;) {
      const [first] = waiting();
      if (first === undefined) return true;
      const received = await send(first).catch(() => 'later' as const);
      if (received === 'later') return false;
      taken.add(keyOf(first));
      keep(all());
    }
  };

  return {
    waiting,
    add: (report) => {
      whole.set(keyOf(report), report);
      keep([...all(), idsOnly(report)]);
    },
    send: (send) => {
      sending ??= sendAll(send).finally(() => (sending = null));
      return sending;
    },
  };
}

/** Tells one report from every other, in whichever document it was made. */
export function keyOf({ documentId, seq, type }: Report): string {
  return `${documentId} ${seq} ${type}`;
}

/** Drops the oldest tellings of what can be asked again, and of orders only where nothing else is left. */
function capped(reports: readonly Report[]): readonly Report[] {
  const kept = [...reports];
  while (kept.length > MOST || (kept.length > 0 && JSON.stringify(kept).length > LONGEST)) {
    const oldest = kept.findIndex(({ type, rpcid }) => type === 'answered' && isRead(rpcid));
    kept.splice(Math.max(oldest, 0), 1);
  }
  return kept;
}

/** What stands in the storage is the page's to write: what is no report is left out, the rest parsed later (L16). */
function readFrom(tabStorage: Pick<Storage, 'getItem'>): readonly Report[] {
  try {
    const text = tabStorage.getItem(OUTBOX_KEY) ?? '';
    const found = text.length > 2 * LONGEST ? [] : parseJson(text);
    return isList(found) ? found.filter(isReport) : [];
  } catch {
    return [];
  }
}

function writeTo(tabStorage: Pick<Storage, 'setItem' | 'removeItem'>, reports: readonly Report[]): boolean {
  try {
    if (reports.length === 0) tabStorage.removeItem(OUTBOX_KEY);
    else tabStorage.setItem(OUTBOX_KEY, JSON.stringify(reports));
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a value can be a report; the background parses it whole (L16). */
export function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return false;
  const { seq, type, rpcid } = value as Partial<Record<string, unknown>>;
  const isKnown = type === 'sent' || type === 'answered';
  return isFlowId(value.documentId) && Number.isSafeInteger(seq) && isKnown && typeof rpcid === 'string';
}
