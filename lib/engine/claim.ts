import { isPreparingUnsent, type Phase, type Task } from '../domain/task.ts';
import { transition } from '../domain/transition.ts';
import { getLastOrderAt } from '../store/pace.ts';
import { getSettings } from '../store/settings.ts';
import { countAtWork, getAtWork, putTask } from '../store/tasks.ts';
import type { AnyTx, Store, WriteTx } from '../store/transaction.ts';
import { isHeld } from './holds.ts';
import { nextTask } from './next-task.ts';
import type { Provider } from './ports.ts';

/** How long a claim lasts without an intent or an answer, in ms; a new worker takes over at once. */
export const LEASE_MS = 120_000;

/** Claims the next task that a provider may work on; null where none may go now. */
export function claimNext(store: Store, provider: Provider, now: number): Promise<Task | null> {
  return store.write('relaxed', async (tx) => {
    const at = await claimableAt(tx, provider, now);
    return at !== null && at <= now ? claim(tx, provider, now) : null;
  });
}

/**
 * When a provider may be given its next order, ms since the epoch; null where something else must happen first:
 * Resume, the end of a hold, the end of an order at work.
 */
export async function claimableAt(tx: AnyTx, provider: Provider, now: number): Promise<number | null> {
  const { name, capabilities } = provider;
  const { mostAtOnce, paceMs, needsPress } = capabilities;
  const { paused, mostPending } = await getSettings(tx);
  if (paused || (await isHeld(tx, name, now))) return null;
  const most = needsPress ? Math.min(mostAtOnce, mostPending) : mostAtOnce;
  if ((await countAtWork(tx, name)) >= most) return null;
  if (needsPress && (await getAtWork(tx, name)).some(({ phase }) => isOnPage(phase))) return null;
  if (paceMs === 0) return now;
  // The pace counts from the intent, so no other task may stand between its claim and its intent.
  if ((await getAtWork(tx, name)).some(({ phase }) => isPreparingUnsent(phase))) return null;
  const last = await getLastOrderAt(tx, name);
  return last === null ? now : last + paceMs;
}

/** One page holds one order: the next is made ready once the last was seen to go. */
function isOnPage({ state }: Phase): boolean {
  return state === 'preparing' || state === 'armed';
}

async function claim(tx: WriteTx, provider: Provider, now: number): Promise<Task | null> {
  const task = await nextTask(tx, provider, now);
  if (task === null) return null;
  const claimed = transition(task, { type: 'claimed', lease: { until: now + LEASE_MS } }, now);
  if (!claimed.ok) throw new Error(`A ready task cannot be claimed: ${task.phase.state}`);
  await putTask(tx, claimed.value, now);
  return claimed.value;
}
