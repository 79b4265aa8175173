import type { Sighting } from '../../domain/sighting.ts';
import { LARGER_FROM } from '../../domain/take.ts';
import type { Hearing, LargerCopy } from '../../engine/ports.ts';
import { readFacts, type FlowFacts, type Larger } from './flow-facts.ts';
import type { FlowId } from './page/flow-id.ts';
import type { Answer } from './page/report.ts';
import { isGood } from './poll.ts';
import { write } from './write-sighting.ts';

/** Which request of which document. */
interface Requested {
  readonly documentId: FlowId;
  readonly seq: number;
}

/**
 * Ties a request to make something larger to the order that the thing is of, by its id (L1); answers that order's
 * sighting, and none where it is of no order of Retake's or may be of several.
 */
export async function hearEnlarge(
  { documentId, seq, ids }: Requested & { readonly ids: readonly FlowId[] },
  hearing: Hearing,
): Promise<readonly Sighting[]> {
  const owners = (await hearing.find(ids)).flatMap((sighting) => {
    if (sighting.attempt === null) return [];
    const facts = readFacts(sighting);
    const of = facts.media.find(({ mediaId }) => ids.includes(mediaId))?.mediaId;
    return of === undefined ? [] : [{ sighting, facts, of }];
  });
  const [owner] = owners;
  if (owner === undefined || owners.length > 1) return [];
  const { sighting, facts, of } = owner;
  const larger = [...facts.larger, { documentId, seq, of, mediaId: null }];
  return [write(sighting, { ...facts, larger }, hearing.now)];
}

/** Tells one request of one document from all others. */
export function isRequestOf({ documentId, seq }: Requested): (each: Requested) => boolean {
  return (each) => each.documentId === documentId && each.seq === seq;
}

/** Learns from the answer to such a request what the larger one is called. */
export function learnLarger(
  larger: FlowFacts['larger'],
  request: Requested,
  answer: Extract<Answer, { readonly type: 'read' }>,
): readonly Larger[] {
  const told = [...answer.listings, ...answer.records];
  return larger.map((each) => {
    if (!isRequestOf(request)(each)) return each;
    return { ...each, mediaId: told.find(({ mediaId }) => mediaId !== each.of)?.mediaId ?? each.mediaId };
  });
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
