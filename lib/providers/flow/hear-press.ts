import type { Attempt } from '../../domain/attempt.ts';
import type { Aspect } from '../../domain/project.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { HeardOnPage, Hearing, Standing } from '../../engine/ports.ts';
import * as v from 'valibot';
import type { ArmedOrder } from './compare-order.ts';
import { armedOrderSchema, idsOfFacts, readFacts, requestId, type FlowFacts } from './flow-facts.ts';
import { orderByHand } from './hear-change.ts';
import { hearEnlarge } from './hear-larger.ts';
import { ACCOUNT, creditsIn } from './hear-listing.ts';
import { matchOrder, type Verdict } from './match.ts';
import { promptKey } from './page/prompt-key.ts';
import type { Report } from './page/report.ts';
import { isSameOrder, type SeenSubmit } from './presses.ts';
import { NO_FACTS, NOTHING, operationOf, write } from './write-sighting.ts';

/** Makes sense of what the page has sent: whose order it is. */
export async function hearSent(
  report: Report & { readonly type: 'sent' },
  hearing: Hearing,
): Promise<HeardOnPage> {
  const { documentId, seq, at, submit } = report;
  if (submit.mode === 'upload') return NOTHING;
  // Told twice, as after a death between storing and saying so.
  if ((await hearing.find([requestId(documentId, seq)])).length > 0) return NOTHING;
  if (submit.mode === 'enlarge') return hearEnlarge({ documentId, seq, ids: submit.ids }, hearing);
  const seen: SeenSubmit = { documentId, seq, at, submit, answer: null };
  const { standing } = hearing;
  const armed = standing === null ? null : v.safeParse(armedOrderSchema, standing.arming.facts);
  if (standing !== null && armed?.success === true) return judgePress(armed.output, seen, standing, hearing);
  return hearMore(seen, hearing);
}

async function judgePress(
  prepared: ArmedOrder,
  seen: SeenSubmit,
  standing: Standing,
  hearing: Hearing,
): Promise<HeardOnPage> {
  const order = orderByHand(prepared, standing.arming.hand);
  const [verdict] = matchOrder(order, [seen]);
  // Pressed before this one was set up, it may still be an earlier order's.
  if (verdict === undefined) return hearMore(seen, hearing);
  if (verdict.type === 'stranger') return keep(hearing, null, null, seen);
  const told = await keep(hearing, standing.order, order, seen);
  const [sighting] = told.sightings;
  if (sighting === undefined) return NOTHING;
  const { operation } = sighting;
  if (verdict.type === 'unsure') return { ...told, doubt: [operation] };
  const sent = reallySent(prepared, verdict, seen, standing.order);
  const remarks = sent.pictures === undefined ? [] : (['withoutPictures'] as const);
  return { ...told, pressed: { operation, sent, remarks } };
}

/** Another request of a press that is known, the same order pressed again, or one of the user's own. */
async function hearMore(seen: SeenSubmit, hearing: Hearing): Promise<HeardOnPage> {
  const known = [
    ...(await findFacts(hearing, idsOfFacts({ ...NO_FACTS, seen: [seen] }))),
    ...(await lastReadied(hearing, seen)),
  ];
  const judged = known.map((each) => ({ ...each, how: belongingOf(each.facts, seen) }));
  const part = judged.find(({ how }) => how === 'part');
  if (part !== undefined) {
    const facts = { ...part.facts, seen: [...part.facts.seen, seen] };
    return { ...NOTHING, sightings: [write(part.sighting, facts, hearing.now)] };
  }
  const again = judged.find(({ how, sighting }) => how === 'again' && sighting.attempt !== null);
  const told = await keep(hearing, null, again?.facts.order ?? null, seen);
  const [made] = told.sightings;
  const attempt = again?.sighting.attempt ?? null;
  return made === undefined || attempt === null
    ? told
    : { ...told, again: { attempt, operation: made.operation } };
}

/** The composer holds one order at a time: what names none is of the one that was made ready last before it. */
async function lastReadied(hearing: Hearing, seen: SeenSubmit): Promise<readonly Known[]> {
  const readied = (await findFacts(hearing, [seen.documentId])).flatMap((known) => {
    const after = known.facts.order?.afterSeq ?? seen.seq;
    return after < seen.seq ? [{ known, after }] : [];
  });
  const last = Math.max(...readied.map(({ after }) => after));
  // A second press shares it with the first.
  return readied.flatMap(({ known, after }) => (after === last ? [known] : []));
}

interface Known {
  readonly sighting: Sighting;
  readonly facts: FlowFacts;
}

async function findFacts(hearing: Hearing, ids: readonly string[]): Promise<readonly Known[]> {
  return (await hearing.find(ids)).map((sighting) => ({ sighting, facts: readFacts(sighting) }));
}

/** How a request stands to an order that is known: a part of its press, the same pressed again, or neither. */
function belongingOf({ order, seen: earlier }: FlowFacts, seen: SeenSubmit): 'part' | 'again' | null {
  if (order === null) return null;
  const verdict = matchOrder(order, [...earlier, seen]).find(({ seqs }) => seqs.includes(seen.seq));
  if (verdict === undefined || verdict.type === 'stranger' || verdict.type === 'unsure') return null;
  if (earlier.some(({ seq }) => verdict.seqs.includes(seq))) return 'part';
  return verdict.type !== 'wrong' || isSameOrder(seen, earlier[0]) ? 'again' : null;
}

async function keep(
  hearing: Hearing,
  owner: Attempt | null,
  order: ArmedOrder | null,
  seen: SeenSubmit,
): Promise<HeardOnPage> {
  const account = await hearing.find([ACCOUNT]);
  const creditsBefore = creditsIn(account);
  const creditsAt = account[0]?.at ?? null;
  const facts: FlowFacts = { ...NO_FACTS, order, seen: [seen], creditsBefore, creditsAt };
  const operation = operationOf(`request ${requestId(seen.documentId, seen.seq)}`);
  const made = {
    operation,
    provider: 'flow',
    attempt: owner?.id ?? null,
    ids: [],
    facts: null,
    at: 0,
  } as const;
  return { ...NOTHING, sightings: [write(made, facts, hearing.now)] };
}

/** What was sent in place of what was prepared: the take says what made it (L4). */
function reallySent(
  { prompt, mode }: ArmedOrder,
  verdict: Verdict,
  { submit }: SeenSubmit,
  { snapshot }: Attempt,
): Partial<Snapshot> {
  const [item] = 'items' in submit ? submit.items : [];
  const text = item?.prompt?.text ?? null;
  const isOther = text !== null && promptKey(text) !== promptKey(prompt);
  const differs = verdict.type === 'wrong' ? verdict.differs : [];
  const isWithoutPictures = differs.includes('references') && item?.references.length === 0;
  const isWithoutEnd = mode === 'startEnd' && differs.includes('references') && item?.references.length === 1;
  return {
    ...(isOther && { prompt: text }),
    ...(differs.includes('aspect') && isOurs(item?.aspect) && { aspect: item.aspect }),
    ...(differs.includes('lengthS') && item != null && { lengthS: item.lengthS ?? snapshot.lengthS }),
    ...(isWithoutPictures && { image: null, pictures: [] }),
    ...(isWithoutEnd && { pictures: snapshot.pictures.filter(({ role }) => role !== 'end') }),
  };
}

/** Whether a film can have an aspect of the service. */
export function isOurs(aspect: string | null | undefined): aspect is Aspect {
  return aspect === '16:9' || aspect === '9:16' || aspect === '1:1';
}
