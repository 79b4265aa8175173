import type { Call, Reply, Row } from './batch-execute.ts';
import { countAt, walk } from './dig.ts';
import { LIMITS, type Answer, type FlowProject, type Listing, type MediaRecord } from './report.ts';
import { readListing, readProject } from './shapes-listing.ts';
import { readRecord } from './shapes-record.ts';

/** Calls that make nothing and whose answers tell of orders, credits or projects. Source: as for the orders. */
const [POLL, MEDIA, LISTING, CREDITS, PROJECTS] = ['jwpduf', 'as29s', 'Zzl0ze', 'nzlxg', 'UpteDb'] as const;
const READS: ReadonlySet<string> = new Set([POLL, MEDIA, LISTING, CREDITS, PROJECTS]);

/** Tells whether the answers to a call are read though it makes nothing. */
export function isRead(rpcid: string): boolean {
  return READS.has(rpcid);
}

/** Tells whether a call asks for all that one project holds, and not for a search. */
export function isListingCall(rpcid: string): boolean {
  return rpcid === LISTING;
}

/** Reads what a reply says to one of the calls of its request. */
export function readAnswer(call: Call, reply: Reply, httpStatus: number): Answer {
  if (reply.type !== 'rows') return { type: reply.type, httpStatus };
  const row = rowFor(call, reply.rows);
  if (row === null) return { type: 'unreadable', httpStatus };
  const read = row.payload === null ? null : readPayload(call.rpcid, row.payload);
  // An answer that brings a media was no refusal, whatever stands beside it.
  if (read !== null && (row.status === null || read.records.length + read.listings.length > 0)) return read;
  return row.status === null ? { type: 'empty' } : { type: 'refused', status: row.status };
}

function rowFor({ rpcid, tag }: Call, rows: readonly Row[]): Row | null {
  const own = rows.filter((row) => row.rpcid === rpcid);
  return own.find((row) => row.tag === tag) ?? own[0] ?? rows.find((row) => row.rpcid === null) ?? null;
}

function readPayload(rpcid: string, payload: unknown): Extract<Answer, { type: 'read' }> {
  const listings: Listing[] = [];
  const records: MediaRecord[] = [];
  const projects: FlowProject[] = [];
  walk(payload, (list) => {
    const listing = readListing(list);
    const record = listing === null ? readRecord(list) : null;
    const project = rpcid === PROJECTS && listing === null && record === null ? readProject(list) : null;
    if (listing !== null) listings.push(listing);
    if (record !== null) records.push(record);
    if (project !== null) projects.push(project);
    return listing === null && record === null && project === null;
  });
  const kept = newest(listings, LIMITS.listings);
  const few = records.slice(0, LIMITS.records);
  return {
    type: 'read',
    credits: creditsIn(rpcid, payload),
    listings: kept,
    records: few,
    projects: projects.slice(0, LIMITS.projects),
    isPart: kept.length < listings.length || few.length < records.length || projects.length > LIMITS.projects,
  };
}

/** The newest come first where not all can stay: what is looked for was ordered lately. */
function newest(listings: readonly Listing[], most: number): readonly Listing[] {
  if (listings.length <= most) return listings;
  return listings.toSorted((a, b) => (b.madeAt ?? 0) - (a.madeAt ?? 0)).slice(0, most);
}

/** Credits left stand first in their own call; after an order and in a poll they follow an empty slot. */
function creditsIn(rpcid: string, payload: unknown): number | null {
  if (rpcid === CREDITS) return countAt(payload, 0);
  return rpcid === LISTING || rpcid === PROJECTS ? null : countAt(payload, 1);
}
