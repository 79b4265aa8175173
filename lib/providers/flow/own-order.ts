import type { OwnOrder } from '../../domain/own-order.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { SentByHand } from '../../engine/ports.ts';
import { readFacts, type FlowFacts } from './flow-facts.ts';
import { leftAfter } from './hear-credits.ts';
import { ACCOUNT, LISTED } from './hear-listing.ts';
import { isOurs } from './hear-press.ts';
import type { Item } from './page/report.ts';
import { stepOf } from './poll.ts';

const PROMPT_START = 120;

/** The order that a sighting tells of, where nobody owns it and something may come of it yet; null else. */
export function ownOrderOf(sighting: Sighting, now: number): OwnOrder | null {
  const facts = factsOf(sighting);
  const kind = facts === null ? null : kindOf(facts);
  if (facts === null || kind === null) return null;
  const step = stepOf(facts, now, sighting.at);
  if (step.type === 'answer' && step.poll.type === 'ended') return null;
  const [record] = facts.known.map((known) => known.record);
  const prompt = firstItem(facts)?.prompt?.text ?? record?.prompt?.text ?? '';
  return {
    operation: sighting.operation,
    kind,
    prompt: prompt.trim().slice(0, PROMPT_START),
    at: facts.seen[0]?.at ?? sighting.at,
    state: step.type === 'answer' && step.poll.type === 'produced' ? 'ready' : 'atWork',
  };
}

/** What such an order was sent with and has taken, for the scene that it is given to; null where nobody can tell. */
export function sentByHand(sighting: Sighting): SentByHand | null {
  const facts = factsOf(sighting);
  const kind = facts === null ? null : kindOf(facts);
  if (facts === null || kind === null) return null;
  const left = leftAfter(facts);
  const isTold = facts.creditsBefore !== null && left !== null;
  return {
    kind,
    sent: sentWith(facts, kind),
    taken: isTold ? Math.max((facts.creditsBefore ?? 0) - (left ?? 0), 0) : 'unknown',
  };
}

function factsOf({ provider, attempt, operation, facts }: Sighting): FlowFacts | null {
  const isOrder = provider === 'flow' && operation !== ACCOUNT && operation !== LISTED;
  return isOrder && attempt === null ? readFacts({ facts }) : null;
}

function kindOf({ seen, known }: FlowFacts): OwnOrder['kind'] | null {
  const mode = seen[0]?.submit.mode;
  if (mode === 'image') return 'image';
  if (mode !== undefined && mode !== 'unknown') return 'video';
  const kind = known.find(({ record }) => record.kind !== 'upload')?.record.kind;
  return kind === 'image' || kind === 'video' ? kind : null;
}

function firstItem({ seen }: FlowFacts): Item | undefined {
  return seen.flatMap(({ submit }) => ('items' in submit ? submit.items : []))[0];
}

/** Its pictures are the page's own, and none that Retake has. */
function sentWith(facts: FlowFacts, kind: OwnOrder['kind']): Partial<Snapshot> {
  const item = firstItem(facts);
  const [record] = facts.known.map((known) => known.record);
  const prompt = item?.prompt?.text ?? record?.prompt?.text ?? null;
  return {
    ...(prompt !== null && { prompt }),
    ...(isOurs(item?.aspect) && { aspect: item.aspect }),
    lengthS: kind === 'video' ? (item?.lengthS ?? null) : null,
    image: null,
    pictures: [],
  };
}
