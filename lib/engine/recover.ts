import type { Clock, Provider } from './ports.ts';
import type { Task } from '../domain/task.ts';
import { transition, type TaskEvent } from '../domain/transition.ts';
import { getAtWork, putTask } from '../store/tasks.ts';
import { disarm, getStanding } from './hear-page.ts';
import type { Store, WriteTx } from '../store/transaction.ts';

/**
 * Takes over what an earlier background left in hand. There is one background ever, so every lease of an
 * earlier one is void at once: without an intent nothing was sent and the task waits again; with one it is
 * looked up (L6, L10).
 */
export async function recover(store: Store, providers: Iterable<Provider>, now: number): Promise<void> {
  await store.write('relaxed', async (tx) => {
    for (const { name, isLocal } of providers) {
      for (const task of await getAtWork(tx, name)) {
        await takeOver(tx, task, now);
        if (isLocal) await move(tx, task, { type: 'polled', pollAt: now }, now);
      }
    }
  });
}

/** An order that stood ready on a page which is not there any more may have been sent meanwhile: it is looked up. */
export async function disarmGone(store: Store, providers: Iterable<Provider>, clock: Clock): Promise<void> {
  for (const provider of providers) {
    const standing = await store.read((tx) => getStanding(tx, provider.name));
    if (standing === null || (await provider.isStanding?.(standing.arming)) === true) continue;
    await store.write('strict', (tx) => disarm(tx, provider.name, standing.order.id, 'gone', clock()));
  }
}

/** Takes a task over whose worker is gone, or whose lease ran out. */
export async function takeOver(tx: WriteTx, task: Task, now: number): Promise<void> {
  const phase = task.phase.state === 'cancelled' ? task.phase.from : task.phase;
  if (phase.state !== 'preparing') return;
  const event: TaskEvent =
    phase.attempt === null
      ? { type: 'returned', notBefore: now, snapshot: phase.snapshot, counts: false }
      : { type: 'doubted', candidates: [], lookUpAt: now };
  await move(tx, task, event, now);
}

async function move(tx: WriteTx, task: Task, event: TaskEvent, now: number): Promise<void> {
  const moved = transition(task, event, now);
  if (moved.ok) await putTask(tx, moved.value, now);
}
