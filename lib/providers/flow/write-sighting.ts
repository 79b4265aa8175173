import { isOperation, type Operation } from '../../domain/ids.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { HeardOnPage } from '../../engine/ports.ts';
import { asJson, idsOfFacts, type FlowFacts } from './flow-facts.ts';

/** A report that comes to nothing. */
export const NOTHING: HeardOnPage = {
  sightings: [],
  pressed: null,
  again: null,
  doubt: null,
  changed: null,
  hold: null,
  news: [],
  refused: [],
  taken: [],
  larger: [],
};

/** An order of which nothing is known yet. */
export const NO_FACTS: FlowFacts = {
  order: null,
  seen: [],
  media: [],
  known: [],
  larger: [],
  creditsBefore: null,
  creditsAt: null,
};

/** A sighting with what is known by now; a later report of the same page is found by its order's document. */
export function write(sighting: Sighting, facts: FlowFacts, now: number): Sighting {
  const documents = facts.order === null ? [] : [facts.order.documentId];
  return { ...sighting, ids: [...idsOfFacts(facts), ...documents], facts: asJson(facts), at: now };
}

/** An operation of this provider. */
export function operationOf(text: string): Operation {
  if (!isOperation(text)) throw new Error('An id of Flow is no operation.');
  return text;
}
