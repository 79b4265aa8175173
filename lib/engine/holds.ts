import type { Capabilities, ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import {
  holdFor,
  keyFor,
  keysOver,
  outweighs,
  PAID,
  stands,
  stopsOnlyOrders,
  type HeldOrder,
} from '../domain/hold.ts';
import { getHold, putHold, removeHold } from '../store/holds.ts';
import type { AnyTx, WriteTx } from '../store/transaction.ts';

/**
 * Puts a provider on hold for a fault. The same again after the wait doubles it; steps that were under way
 * when the hold began meet the same trouble and add nothing, unless what they meet weighs more.
 */
export async function holdProvider(
  tx: WriteTx,
  provider: ProviderName,
  fault: Fault,
  now: number,
  model = '',
): Promise<void> {
  const earlier = await getHold(tx, provider, model);
  const hold = holdFor(provider, fault, earlier, now, model);
  if (earlier !== null && stands(earlier, now) && !outweighs(hold, earlier)) return;
  await putHold(tx, hold);
}

/** A provider, as far as its holds are told apart. */
export interface Held {
  readonly name: ProviderName;
  readonly capabilities: Pick<Capabilities, 'freeKinds'>;
}

/** Puts on hold what an order's fault is about: its model, what costs, or the whole provider. Answers which. */
export async function holdForOrder(
  tx: WriteTx,
  { name, capabilities }: Held,
  fault: Fault,
  order: HeldOrder,
  now: number,
): Promise<string> {
  const key = keyFor(fault, order, capabilities.freeKinds);
  // The service tells models apart by keys of its own: what was ordered has the better name.
  const isOfModel = fault.type === 'QuotaSpent' && fault.model !== undefined && order.model !== null;
  const told: Fault = isOfModel ? { ...fault, model: order.model } : fault;
  await holdProvider(tx, name, told, now, key);
  return key;
}

/** Whether anything holds an order up at this time: the whole provider, what costs, or its model. */
export async function isOrderHeld(
  tx: AnyTx,
  { name, capabilities }: Held,
  order: HeldOrder,
  now: number,
): Promise<boolean> {
  for (const key of keysOver(order, capabilities.freeKinds)) {
    const hold = await getHold(tx, name, key);
    if (hold !== null && stands(hold, now)) return true;
  }
  return false;
}

/** Whether anything holds a whole provider up at this time. */
export async function isHeld(tx: AnyTx, provider: ProviderName, now: number): Promise<boolean> {
  const hold = await getHold(tx, provider, '');
  return hold !== null && stands(hold, now);
}

/** Whether anything keeps a provider from being asked about what it has at work. */
export async function isSilenced(tx: AnyTx, provider: ProviderName, now: number): Promise<boolean> {
  const hold = await getHold(tx, provider, '');
  return hold !== null && stands(hold, now) && !stopsOnlyOrders(hold);
}

/** Lifts a hold once the provider has answered: what it stood for is over. What the user or a page must lift stays. */
export async function liftHold(tx: WriteTx, provider: ProviderName): Promise<void> {
  const hold = await getHold(tx, provider, '');
  if (hold?.lifts.type === 'time') await removeHold(tx, hold);
}

/** What was unclear has been told: a page that has said already that nothing is in its way does not say it again. */
export async function liftUnclear(tx: WriteTx, provider: ProviderName): Promise<void> {
  const hold = await getHold(tx, provider, '');
  if (hold?.fault.type === 'FlowBlocked' && hold.fault.by === 'OrderUnclear') await removeHold(tx, hold);
}

/** A page says what is in its way now, or that nothing is: a hold of an earlier look goes or says the new. */
export async function holdForPage(
  tx: WriteTx,
  provider: ProviderName,
  block: Fault | null,
  now: number,
): Promise<void> {
  // Where nothing is left to pay with, what costs nothing is not in the way: the next order that costs meets it again.
  const isClear = block === null || (block.type === 'FlowBlocked' && block.by === 'NoCredits');
  const paid = await getHold(tx, provider, PAID);
  if (block === null && paid !== null) await removeHold(tx, paid);
  const hold = await getHold(tx, provider, '');
  if (hold?.lifts.type !== 'page') return;
  if (isClear) await removeHold(tx, hold);
  else await putHold(tx, { ...holdFor(provider, block, null, now), since: hold.since });
}

/** When a provider's hold lifts by itself, ms since the epoch; null where it does not. */
export async function liftsAt(tx: AnyTx, provider: ProviderName): Promise<number | null> {
  const hold = await getHold(tx, provider, '');
  return hold?.lifts.type === 'time' ? hold.lifts.at : null;
}
