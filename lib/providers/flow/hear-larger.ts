import type { Taken } from '../../domain/attempt.ts';
import type { Sighting } from '../../domain/sighting.ts';
import { LARGER_FROM } from '../../domain/take.ts';
import type { HeardOnPage, Hearing, LargerCopy } from '../../engine/ports.ts';
import { readFacts, type FlowFacts, type Larger } from './flow-facts.ts';
import { ACCOUNT, creditsIn } from './hear-listing.ts';
import type { FlowId } from './page/flow-id.ts';
import type { Answer } from './page/report.ts';
import { isGood } from './poll.ts';
import { NOTHING, write } from './write-sighting.ts';

/** Which request of which document. */
interface Requested {
  readonly documentId: FlowId;
  readonly seq: number;
}

/**
 * Ties a request to make something larger to the order that the thing is of, by its id (L1); comes to nothing where it
 * is of no order of Retake's or may be of several.
 */
export async function hearEnlarge(
  { documentId, seq, ids }: Requested & { readonly ids: readonly FlowId[] },
  hearing: Hearing,
): Promise<HeardOnPage> {
  const owners = (await hearing.find(ids)).flatMap((sighting) => {
    if (sighting.attempt === null) return [];
    const facts = readFacts(sighting);
    const of = facts.media.find(({ mediaId }) => ids.includes(mediaId))?.mediaId;
    return of === undefined ? [] : [{ sighting, facts, of }];
  });
  const [owner] = owners;
  if (owner === undefined || owners.length > 1) return NOTHING;
  const { sighting, facts, of } = owner;
  const creditsBefore = creditsIn(await hearing.find([ACCOUNT]));
  const asked = { documentId, seq, of, mediaId: null, creditsBefore, taken: 'unknown' } as const;
  const larger = [...facts.larger, asked];
  const written = write(sighting, { ...facts, larger }, hearing.now);
  return { ...NOTHING, sightings: [written], enlarged: takenByLarger(written) };
}

/** What each order to make an output of an attempt larger has taken; none where it has none, or nobody owns it. */
export function takenByLarger(sighting: Sighting): HeardOnPage['enlarged'] {
  const { larger } = readFacts(sighting);
  const { attempt } = sighting;
  return attempt === null || larger.length === 0
    ? []
    : [{ attempt, taken: larger.map(({ taken }) => taken) }];
}

/** Tells one request of one document from all others. */
export function isRequestOf({ documentId, seq }: Requested): (each: Requested) => boolean {
  return (each) => each.documentId === documentId && each.seq === seq;
}

/** Learns from the answer to such a request what the larger one is called, and what it took: a refused one nothing. */
export function learnLarger(
  larger: FlowFacts['larger'],
  request: Requested,
  answer: Answer,
): readonly Larger[] {
  return larger.map((each) => {
    if (!isRequestOf(request)(each)) return each;
    if (answer.type === 'refused') return { ...each, taken: 0 };
    if (answer.type !== 'read') return each;
    const told = [...answer.listings, ...answer.records].find(({ mediaId }) => mediaId !== each.of);
    // A larger picture comes in the answer itself: it has no id and costs nothing.
    if (told === undefined) return { ...each, taken: 0 };
    return { ...each, mediaId: told.mediaId, taken: takenOf(each, answer.credits) };
  });
}

function takenOf({ creditsBefore, taken }: Larger, left: number | null): Taken {
  return creditsBefore === null || left === null ? taken : Math.max(creditsBefore - left, 0);
}

/** The larger copies that can be fetched now; asked for twice in one size, it is one copy. */
export function largerCopies({ larger, known }: FlowFacts, now: number): readonly LargerCopy[] {
  return larger.flatMap(({ mediaId }, at) => {
    const isFirst = larger.findIndex((each) => each.mediaId === mediaId) === at;
    const record = known.find((each) => each.record.mediaId === mediaId)?.record;
    const isThere = record?.progress.type === 'done' && isGood(record.mediaUrl, now);
    return mediaId !== null && isFirst && isThere ? [{ output: LARGER_FROM + at, ref: mediaId }] : [];
  });
}
