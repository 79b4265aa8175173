import { isList } from './dig.ts';
import { isFlowId, type FlowId } from './flow-id.ts';
import type { Observed } from './observer.ts';
import type { Report } from './report.ts';

/** An order that the page has sent. */
export interface Sent {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * What the observer says of itself. It outlives the scripts that hear it: after an update the next one learns from it
 * what the document has sent already.
 */
export interface Hello {
  readonly documentId: FlowId;
  readonly sees: boolean;
  /** Since when it sees, ms since the epoch. */
  readonly since: number;
  /** The number of its last report. */
  readonly lastSeq: number;
  readonly submits: readonly Sent[];
}

/** The latest orders of a document that are told again; nobody asks for one that is older. */
const MOST = 200;

/** Keeps what a hello needs of the reports of one document. */
export function keepForHello(since: number): {
  readonly note: (report: Report) => void;
  readonly hello: (observed: Pick<Observed, 'documentId' | 'sees'>) => Hello;
} {
  const submits: Sent[] = [];
  let lastSeq = 0;
  return {
    note: (report) => {
      lastSeq = Math.max(lastSeq, report.seq);
      if (isOrder(report)) submits.push({ seq: report.seq, at: report.at });
      if (submits.length > MOST) submits.shift();
    },
    hello: ({ documentId, sees }) => ({ documentId, sees, since, lastSeq, submits }),
  };
}

/** Tells whether a report is of an order: an upload and an enlargement are none. */
export function isOrder(report: Report): boolean {
  return report.type === 'sent' && 'items' in report.submit;
}

/** Parses a hello, which a page can forge; null where it is none (L16, L18). */
export function parseHello(raw: unknown): Hello | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { documentId, sees, since, lastSeq, submits } = raw as Partial<Record<string, unknown>>;
  if (!isFlowId(documentId) || typeof sees !== 'boolean' || !isCount(since) || !isCount(lastSeq)) return null;
  if (!isList(submits) || submits.length > MOST || !submits.every(isSent)) return null;
  return { documentId, sees, since, lastSeq, submits: submits.map(({ seq, at }) => ({ seq, at })) };
}

function isSent(value: unknown): value is Sent {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, at } = value as Partial<Record<string, unknown>>;
  return isCount(seq) && isCount(at);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
