import type { Sighting } from '../../domain/sighting.ts';
import type { HeardOnPage, Hearing } from '../../engine/ports.ts';
import { readFacts, type FlowFacts } from './flow-facts.ts';
import type { FlowId } from './page/flow-id.ts';

/**
 * What orders have taken, by what was left before and after, once the page has told what is left now. Those that went
 * out with no word of the credits between them had the same before them all: each took what is less by its own answer,
 * whatever order the answers came in.
 */
export async function takenBy(
  own: readonly Sighting[],
  documentId: FlowId,
  hearing: Hearing,
): Promise<HeardOnPage['taken']> {
  if (own.length === 0) return [];
  const times = own.map((sighting) => readFacts(sighting).creditsAt);
  const known = (await hearing.find([documentId])).filter(
    ({ operation }) => !own.some((each) => each.operation === operation),
  );
  const together = known.filter((sighting) => {
    const { creditsAt } = readFacts(sighting);
    return creditsAt !== null && times.includes(creditsAt);
  });
  const answered = [...own, ...together].flatMap(withLeft).toSorted((a, b) => b.left - a.left);
  return answered.flatMap(({ attempt, creditsBefore, left }, at) => {
    const before = Math.min(creditsBefore, answered[at - 1]?.left ?? creditsBefore);
    return attempt === null ? [] : [{ attempt, taken: Math.max(before - left, 0) }];
  });
}

function withLeft(sighting: Sighting) {
  const facts = readFacts(sighting);
  const left = leftAfter(facts);
  const { creditsBefore } = facts;
  return creditsBefore === null || left === null ? [] : [{ attempt: sighting.attempt, creditsBefore, left }];
}

/** What was left by an order's answers: they may come in another order than they were given, so it is the least. */
export function leftAfter({ seen }: FlowFacts): number | null {
  const told = seen.flatMap(({ answer }) => (answer?.type === 'read' ? (answer.credits ?? []) : []));
  return told.length === 0 ? null : Math.min(...told);
}
