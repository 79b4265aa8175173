import type { FlowSince } from '../../../domain/flow-page.ts';
import type { FlowId } from './flow-id.ts';
import { isOrder, parseHello, type Sent } from './hello.ts';
import type { Report } from './report.ts';
import type { Uploaded } from './upload-picture.ts';

/** What the driver must know of the page's own traffic while it works; the rest is the background's. */
export interface Traffic {
  /** Null until the observer has said who it is, and where it cannot see. */
  documentId(): FlowId | null;
  /** The number of the last report of this document. */
  lastSeq(): number;
  /** The number of the last order that this document was seen to send; 0 where there is none. */
  lastOrderSeq(): number;
  /** The orders that were sent since, each as `requestId` names it; null where nobody watched then. */
  submitsSince(since: FlowSince): readonly string[] | null;
  /** Ids of what was uploaded under a file name in this document; none where nothing was. */
  idsOf(name: string): readonly string[];
  /** Whether an upload of this file name is under way. */
  isUploading(name: string): boolean;
  /** Answers when an upload of this file name was answered. */
  uploaded(name: string): Promise<Uploaded>;
  /** How often an address of a media was told in this document: one runs out, and the next is another. */
  addressesOf(mediaId: string): number;
}

/** The other side: what the observer tells is noted here. */
export interface TrafficNotes extends Traffic {
  noteHello(raw: unknown): void;
  note(report: Report): void;
}

/** Notes of one document. What a file is called comes with the request, what became of it with the answer. */
export function noteTraffic(): TrafficNotes {
  let startedAt = Number.POSITIVE_INFINITY;
  let documentId: FlowId | null = null;
  let lastSeq = 0;
  let lastOrderSeq = 0;
  const submits: Sent[] = [];
  const fileNames = new Map<number, string>();
  const arrived = new Map<string, readonly string[]>();
  const waiting = new Map<string, (uploaded: Uploaded) => void>();
  const addresses = new Map<string, number>();

  return {
    documentId: () => documentId,
    lastSeq: () => lastSeq,
    lastOrderSeq: () => lastOrderSeq,
    submitsSince: (since) => {
      const watched = 'at' in since ? startedAt <= since.at : since.documentId === documentId;
      if (documentId === null || !watched) return null;
      const fresh = submits.filter(({ seq, at }) => ('at' in since ? at >= since.at : seq > since.seq));
      return fresh.map(({ seq }) => `${documentId} ${seq}`);
    },
    idsOf: (name) => arrived.get(name) ?? [],
    isUploading: (name) => [...fileNames.values()].includes(name),
    uploaded: (name) => new Promise((resolve) => waiting.set(name, resolve)),
    addressesOf: (mediaId) => addresses.get(mediaId) ?? 0,
    noteHello: (raw) => {
      const hello = parseHello(raw);
      if (hello === null || !hello.sees || documentId !== null) return;
      ({ documentId, since: startedAt, lastSeq } = hello);
      submits.push(...hello.submits);
    },
    note: (report) => {
      lastSeq = Math.max(lastSeq, report.seq);
      if (report.type === 'sent') {
        if (isOrder(report)) {
          lastOrderSeq = report.seq;
          submits.push({ seq: report.seq, at: report.at });
        }
        if (report.submit.mode === 'upload') fileNames.set(report.seq, report.submit.fileName);
        return;
      }
      const { answer } = report;
      if (answer.type === 'read') {
        for (const { mediaId, mediaUrl } of answer.records)
          if (mediaUrl !== null) addresses.set(mediaId, (addresses.get(mediaId) ?? 0) + 1);
      }
      const name = fileNames.get(report.seq);
      if (name === undefined) return;
      fileNames.delete(report.seq);
      const uploaded = uploadedOf(report);
      if (uploaded.type === 'uploaded')
        arrived.set(
          name,
          [uploaded.mediaId, uploaded.workflowId].filter((id) => id !== null),
        );
      waiting.get(name)?.(uploaded);
      waiting.delete(name);
    },
  };
}

function uploadedOf(report: Report): Uploaded {
  const answer = report.type === 'answered' ? report.answer : null;
  const record = answer?.type === 'read' ? (answer.records[0] ?? answer.listings[0]) : undefined;
  if (record !== undefined) {
    return { type: 'uploaded', mediaId: record.mediaId, workflowId: record.workflowId };
  }
  const words = answer?.type === 'refused' ? answer.status.words : '';
  return { type: 'fault', fault: { type: 'InputRefused', what: 'picture', words } };
}
