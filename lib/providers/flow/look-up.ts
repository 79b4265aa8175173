import * as v from 'valibot';
import type { FlowSince } from '../../domain/flow-page.ts';
import type { Operation } from '../../domain/ids.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { LookUp, Order } from '../../engine/ports.ts';
import type { FlowPageCalls } from '../../messages/contract.ts';
import type { ArmedOrder } from './compare-order.ts';
import type { FlowPorts } from './flow.ts';
import { armedOrderSchema } from './flow-facts.ts';
import { candidatesSince, documentOf, isListingOf, LISTED } from './hear-listing.ts';
import { operationOf } from './write-sighting.ts';

/** A tab as far as a look-up asks it. */
export interface AskedTab {
  readonly page: Pick<FlowPageCalls, 'look' | 'submitsSince'>;
}

/** What a look-up asks. */
export interface LookUpPorts extends Pick<FlowPorts, 'sighting'> {
  tab(): Promise<AskedTab | null>;
  tabs(): Promise<readonly AskedTab[]>;
  tabOf(id: number): AskedTab;
}

/** The order that is looked up. */
type Lost = Pick<Order, 'intendedAt' | 'arming'>;

/**
 * Finds what became of an order whose press was not told of. The document that held it knows what it has sent; where
 * that is gone, only a newer listing of the same Flow project can say that nothing went out (L6).
 */
export async function lookUp(ports: LookUpPorts, order: Lost, since: number): Promise<LookUp> {
  const armed = armedOf(order);
  const sent = armed === null ? await sentAnywhere(ports, order) : await sentByIts(ports, order, armed);
  if (sent !== null) return toldBy(sent);
  const listed = await ports.sighting(LISTED);
  const look = await (await ports.tab())?.page.look();
  if (look === undefined) return { type: 'not-now', fault: { type: 'NoFlowTab' } };
  const shown = look.ok ? look.value : null;
  const projectId = armed?.projectId ?? shown?.projectId ?? null;
  if (
    listed === null ||
    !isListingOf(listed, projectId, shown) ||
    !(await isOfAfter(ports, listed, order, since))
  )
    return { type: 'not-now', fault: { type: 'FlowBlocked', by: 'OrderUnclear' } };
  return toldBy(candidatesSince(listed, order.intendedAt));
}

/**
 * Whether a listing was made when nobody could press any more: since the order was in doubt, or by the document that
 * took the place of its own. One that was told while it stood ready, as in another tab, knows of no later press.
 */
async function isOfAfter(
  { tabOf }: LookUpPorts,
  listed: Sighting,
  order: Lost,
  since: number,
): Promise<boolean> {
  if (listed.at >= since) return true;
  if (order.arming === null || listed.at <= order.intendedAt) return false;
  const look = await tabOf(order.arming.tab).page.look();
  const present = look.ok ? look.value.documentId : null;
  return present !== null && present !== armedOf(order)?.documentId && present === documentOf(listed);
}

function armedOf({ arming }: Lost): ArmedOrder | null {
  const parsed = v.safeParse(armedOrderSchema, arming?.facts);
  return parsed.success ? parsed.output : null;
}

async function sentByIts(
  ports: LookUpPorts,
  { arming }: Lost,
  { documentId, afterSeq }: ArmedOrder,
): Promise<readonly Operation[] | null> {
  return arming === null ? null : sentIn(ports.tabOf(arming.tab), { documentId, seq: afterSeq });
}

/** Nobody stored where it stood: only what all tabs together say is an answer. */
async function sentAnywhere(ports: LookUpPorts, { intendedAt }: Lost): Promise<readonly Operation[] | null> {
  const tabs = await ports.tabs();
  const told = await Promise.all(tabs.map((tab) => sentIn(tab, { at: intendedAt })));
  const known = told.filter((sent) => sent !== null);
  return known.length === 0 || known.length < tabs.length ? null : known.flat();
}

async function sentIn({ page }: AskedTab, since: FlowSince): Promise<readonly Operation[] | null> {
  const sent = await page.submitsSince(since);
  return sent.ok && sent.value !== null ? sent.value.map((id) => operationOf(`request ${id}`)) : null;
}

function toldBy(candidates: readonly Operation[]): LookUp {
  return candidates.length === 0 ? { type: 'not-there' } : { type: 'cannot-tell', candidates };
}
