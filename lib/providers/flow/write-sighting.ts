import { isOperation, type Operation } from '../../domain/ids.ts';
import type { Sighting } from '../../domain/sighting.ts';
import * as v from 'valibot';
import type { Arming } from '../../domain/task.ts';
import type { HeardOnPage, Order } from '../../engine/ports.ts';
import { armedOrderSchema, asJson, idsOfFacts, type FlowFacts } from './flow-facts.ts';

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
  enlarged: [],
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

/** An order that stands ready and has not been sent; null where its arming is not of this provider. */
export function readiedSighting({ id }: Pick<Order, 'id'>, { facts }: Arming, now: number): Sighting | null {
  const order = v.safeParse(armedOrderSchema, facts);
  if (!order.success) return null;
  const made = { operation: operationOf(`flow ready ${id}`), provider: 'flow', attempt: id } as const;
  return write({ ...made, ids: [], facts: null, at: now }, { ...NO_FACTS, order: order.output }, now);
}

/** An operation of this provider. */
export function operationOf(text: string): Operation {
  if (!isOperation(text)) throw new Error('An id of Flow is no operation.');
  return text;
}
