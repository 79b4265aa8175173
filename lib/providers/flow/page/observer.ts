import { isFlowId, type FlowId } from './flow-id.ts';
import { quietly } from './quietly.ts';
import type { Report } from './report.ts';
import { createTraffic } from './traffic.ts';
import { watchFetch } from './watch-fetch.ts';
import { watchXhr } from './watch-xhr.ts';

/** What the observer takes of the page's world. */
export interface PageWindow {
  readonly document: object;
  readonly XMLHttpRequest: { readonly prototype: XMLHttpRequest };
  readonly crypto: { randomUUID(): string };
  readonly Date: { now(): number };
  setTimeout(run: () => void, ms: number): unknown;
}

/** What came of it. */
export interface Observed {
  /** The document's id, as its reports carry it. */
  readonly documentId: FlowId;
  /** False where this document had an observer already: that one goes on, alone. */
  readonly isNew: boolean;
  /** Whether the page's requests can be seen; an order is never armed where they cannot. */
  readonly sees: boolean;
}

/** Marks a document that is observed; copies of this script share the symbol. */
const MARK = Symbol.for('retake.observer');

/**
 * Watches the page's own requests and reports of those that make something or tell of what was made (L17, L18): it
 * reads and nothing else, and once in a document however often it is called. Null where it could not begin.
 */
export function observe(page: PageWindow, report: (report: Report) => void): Observed | null {
  return quietly(() => begin(page, report)) ?? null;
}

function begin(page: PageWindow, report: (report: Report) => void): Observed | null {
  const known: unknown = Reflect.get(page.document, MARK);
  if (isMark(known)) return { ...known, isNew: false };
  const documentId = page.crypto.randomUUID();
  if (!isFlowId(documentId)) return null;
  const { setTimeout: wait, Date: clock } = page;
  const watch = createTraffic({
    documentId,
    now: () => clock.now(),
    later: (run) => void Reflect.apply(wait, page, [() => quietly(run), 0]),
    report,
  });
  const sees = watchXhr(page.XMLHttpRequest.prototype, watch);
  watchFetch(page, watch);
  Object.defineProperty(page.document, MARK, { value: Object.freeze({ documentId, sees }) });
  return { documentId, isNew: true, sees };
}

function isMark(value: unknown): value is Omit<Observed, 'isNew'> {
  return typeof value === 'object' && value !== null && 'documentId' in value && isFlowId(value.documentId);
}
