import type { Fault } from '../../domain/fault.ts';
import type { AttemptId } from '../../domain/ids.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { HeardOnPage, Hearing } from '../../engine/ports.ts';
import * as v from 'valibot';
import { faultOfAnswer, type FlowFault } from './faults.ts';
import { idsOfFacts, orderedWith, readFacts, requestId, type FlowFacts } from './flow-facts.ts';
import { hearChange } from './hear-change.ts';
import { takenBy } from './hear-credits.ts';
import { isRequestOf, largerCopies, learnLarger, takenByLarger } from './hear-larger.ts';
import { ACCOUNT, hearListing, writeAccount } from './hear-listing.ts';
import { hearSent } from './hear-press.ts';
import type { FlowId, MediaIds } from './page/flow-id.ts';
import type { Answer, MediaRecord, Report } from './page/report.ts';
import { isSubmit } from './page/shapes-submit.ts';
import { refusalOf, stepOf } from './poll.ts';
import { changeSchema, parseReport } from './report.ts';
import { NO_FACTS, NOTHING, write } from './write-sighting.ts';

/** Makes sense of a report from a Flow page: whose order it is, and what became of it (L2, L17, L18). */
export async function hear(raw: unknown, hearing: Hearing): Promise<HeardOnPage> {
  const change = v.safeParse(changeSchema, raw);
  if (change.success) return { ...NOTHING, changed: hearChange(change.output, hearing.standing) };
  const parsed = parseReport(raw);
  if (!parsed.ok) return NOTHING;
  const report = parsed.value;
  return report.type === 'sent' ? hearSent(report, hearing) : hearAnswer(report, report.answer, hearing);
}

async function hearAnswer(report: Report, answer: Answer, hearing: Hearing): Promise<HeardOnPage> {
  const { documentId, seq, rpcid } = report;
  const own = await hearing.find([requestId(documentId, seq)]);
  // Told again after a death in between, it must not bring back a hold that the user has lifted.
  const isNews = !own.some((sighting) => isAnswered(sighting, documentId, seq));
  const records = answer.type === 'read' ? answer.records : [];
  const listings = answer.type === 'read' ? answer.listings : [];
  const ids = [
    ...records.map(({ mediaId }) => mediaId),
    ...listings.flatMap(({ mediaId, clientId }) => [mediaId, ...(clientId === null ? [] : [clientId])]),
  ];
  const about = new Map([...own, ...(await hearing.find(ids))].map((each) => [each.operation, each]));
  const sightings = [...about.values()]
    .filter(({ operation }) => operation !== ACCOUNT)
    .map((sighting) => learn(sighting, documentId, seq, answer, hearing.now));
  const listed = answer.type === 'read' ? await hearListing(report, answer, sightings, hearing) : [];
  const told = answer.type === 'read' && answer.credits !== null ? answer.credits : null;
  const account = told === null ? [] : [writeAccount(told, hearing.now)];
  const answered = sightings.filter(({ operation }) => own.some((each) => each.operation === operation));
  return {
    ...NOTHING,
    sightings: [...sightings, ...listed, ...account],
    hold: isNews && (own.length > 0 || isSubmit(rpcid)) ? holdOf(answer, own) : null,
    news: sightings.flatMap((sighting) => newsOf(sighting, hearing.now)),
    refused: sightings.flatMap(refusedBy),
    taken: told === null ? [] : await takenBy(answered, documentId, hearing),
    enlarged: answered.flatMap(takenByLarger),
    larger: sightings.flatMap((sighting) => largerOf(sighting, hearing.now)),
  };
}

function isAnswered(sighting: Sighting, documentId: FlowId, seq: number): boolean {
  const { seen, larger } = readFacts(sighting);
  const isIts = isRequestOf({ documentId, seq });
  return (
    seen.some((each) => isIts(each) && each.answer !== null) ||
    larger.some((each) => isIts(each) && each.mediaId !== null)
  );
}

/** Adds to an order what an answer tells of it. */
function learn(sighting: Sighting, documentId: FlowId, seq: number, answer: Answer, now: number): Sighting {
  const facts = readFacts(sighting);
  const isIts = isRequestOf({ documentId, seq });
  const isReply = facts.seen.some(isIts);
  const seen = facts.seen.map((each) => (isIts(each) ? { ...each, answer: slim(answer) } : each));
  const larger = learnLarger(facts.larger, { documentId, seq }, answer);
  if (answer.type !== 'read') return write(sighting, { ...facts, seen, larger }, now);
  const clientIds = new Set(idsOfFacts({ ...facts, media: [] }));
  const media = new Map<FlowId, MediaIds>(facts.media.map((each) => [each.mediaId, each]));
  const add = ({ mediaId, workflowId }: MediaIds): void =>
    void media.set(mediaId, { mediaId, workflowId: workflowId ?? media.get(mediaId)?.workflowId ?? null });
  for (const listing of answer.listings) {
    const isNamed = listing.clientId !== null && clientIds.has(listing.clientId);
    if (isReply || isNamed) add(listing);
  }
  if (isReply) answer.records.filter(({ kind }) => kind !== 'upload').forEach(add);
  const isOfIt = ({ mediaId }: MediaIds): boolean =>
    media.has(mediaId) || larger.some((each) => each.mediaId === mediaId);
  const known = answer.records.reduce((all, record) => {
    if (!isOfIt(record)) return all;
    const before = all.find(({ record: { mediaId } }) => mediaId === record.mediaId);
    const others = all.filter((each) => each !== before);
    return [...others, { record: merge(before?.record, record), failures: failuresAfter(before, record) }];
  }, facts.known);
  return write(sighting, { ...facts, seen, media: [...media.values()], known, larger }, now);
}

/** The page tells the address in one reply and the state in another. */
function merge(before: MediaRecord | undefined, record: MediaRecord): MediaRecord {
  return {
    ...record,
    mediaUrl: record.mediaUrl ?? before?.mediaUrl ?? null,
    posterUrl: record.posterUrl ?? before?.posterUrl ?? null,
    seconds: record.seconds ?? before?.seconds ?? null,
  };
}

function failuresAfter(before: FlowFacts['known'][number] | undefined, { progress }: MediaRecord): number {
  return progress.type === 'failed' ? (before?.failures ?? 0) + 1 : 0;
}

/** What an answer holds of others is none of this order's. */
function slim(answer: Answer): Answer {
  return answer.type === 'read' ? { ...answer, listings: [], records: [], projects: [] } : answer;
}

function holdOf(answer: Answer, own: readonly Sighting[]): Fault | null {
  const [first] = own;
  const fault = faultOfAnswer(answer, orderedWith(first === undefined ? NO_FACTS : readFacts(first)));
  return fault !== null && holds(fault) ? fault.fault : null;
}

/** A quota of one model holds up its orders alone: the one that was refused says which those are. */
function holds({ stopsAll, holdsModel, fault }: FlowFault): boolean {
  const isQuota = fault.type === 'QuotaSpent' && !holdsModel;
  return stopsAll || isQuota || fault.type === 'RateLimited';
}

/** An order that was given up is asked about again when it ends, not each time that it is said to go on. */
function newsOf(sighting: Sighting, now: number): readonly AttemptId[] {
  const { type, poll } = stepOf(readFacts(sighting), now, now);
  const isWorking = type === 'answer' && poll.type === 'working';
  return sighting.attempt === null || isWorking ? [] : [sighting.attempt];
}

function refusedBy(sighting: Sighting): HeardOnPage['refused'] {
  const fault = refusalOf(readFacts(sighting));
  return sighting.attempt === null || fault === null ? [] : [{ attempt: sighting.attempt, fault }];
}

function largerOf(sighting: Sighting, now: number): HeardOnPage['larger'] {
  const { attempt } = sighting;
  return attempt === null || largerCopies(readFacts(sighting), now).length === 0 ? [] : [attempt];
}
