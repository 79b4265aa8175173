import type { ProviderName } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import { holdFor, stands } from '../domain/hold.ts';
import { getHold, getHolds, putHold, removeHold } from '../store/holds.ts';
import type { AnyTx, WriteTx } from '../store/transaction.ts';

/**
 * Puts a provider on hold for a fault. The same again after the wait doubles it; steps that were under way
 * when the hold began meet the same trouble and add nothing.
 */
export async function holdProvider(
  tx: WriteTx,
  provider: ProviderName,
  fault: Fault,
  now: number,
): Promise<void> {
  const earlier = await getHold(tx, provider, '');
  if (earlier !== null && stands(earlier, now)) return;
  await putHold(tx, holdFor(provider, fault, earlier, now));
}

/** Whether anything holds a provider up at this time. */
export async function isHeld(tx: AnyTx, provider: ProviderName, now: number): Promise<boolean> {
  const hold = await getHold(tx, provider, '');
  return hold !== null && stands(hold, now);
}

/** Lifts a hold once the provider has answered: what it stood for is over. */
export async function liftHold(tx: WriteTx, provider: ProviderName): Promise<void> {
  if ((await getHold(tx, provider, '')) !== null) await removeHold(tx, { provider, model: '' });
}

/** When the next hold lifts by itself, ms since the epoch; null where none does. */
export async function nextLiftAt(tx: AnyTx, now: number): Promise<number | null> {
  const times = (await getHolds(tx)).flatMap(({ lifts }) =>
    lifts.type === 'time' && lifts.at > now ? [lifts.at] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}
