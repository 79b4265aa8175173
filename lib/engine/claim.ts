import type { Task } from '../domain/task.ts';
import { transition } from '../domain/transition.ts';
import { getSettings } from '../store/settings.ts';
import { countAtWork, getNextReady, putTask } from '../store/tasks.ts';
import type { Store, WriteTx } from '../store/transaction.ts';
import { isHeld } from './holds.ts';
import type { Provider } from './ports.ts';

/** How long a claim lasts without an intent or an answer, in ms; a new worker takes over at once. */
export const LEASE_MS = 120_000;

/** Claims the next task that a provider may work on; null where none may go now. */
export function claimNext(store: Store, provider: Provider, now: number): Promise<Task | null> {
  return store.write('relaxed', async (tx) =>
    (await mayClaim(tx, provider, now)) ? claim(tx, provider, now) : null,
  );
}

async function mayClaim(tx: WriteTx, provider: Provider, now: number): Promise<boolean> {
  if ((await getSettings(tx)).paused || (await isHeld(tx, provider.name, now))) return false;
  return (await countAtWork(tx, provider.name)) < provider.capabilities.mostAtOnce;
}

async function claim(tx: WriteTx, provider: Provider, now: number): Promise<Task | null> {
  const task = await getNextReady(tx, provider.name);
  if (task === null) return null;
  const claimed = transition(task, { type: 'claimed', lease: { until: now + LEASE_MS } }, now);
  if (!claimed.ok) throw new Error(`A ready task cannot be claimed: ${task.phase.state}`);
  await putTask(tx, claimed.value, now);
  return claimed.value;
}
