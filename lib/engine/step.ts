import type { Fault } from '../domain/fault.ts';
import { factsOf } from '../domain/fault.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Again, Task } from '../domain/task.ts';
import type { Store, WriteTx } from '../store/transaction.ts';
import { backoffMs, retriesByItself } from './backoff.ts';
import { holdProvider } from './holds.ts';
import { moveTask, type Fence } from './move-task.ts';
import type { EnginePorts, Provider } from './ports.ts';

/** What a step of a task works with. */
export interface Step {
  readonly store: Store;
  readonly ports: EnginePorts;
  readonly provider: Provider;
}

/**
 * Settles a fault that came before the work was accepted, or that the provider declares over: holds the
 * provider, tries again by itself where that is free (L7), else fails with what helps.
 */
export async function settleFault(
  { ports, provider }: Step,
  tx: WriteTx,
  task: Task,
  fence: Fence,
  fault: Fault,
  snapshot: Snapshot | null,
): Promise<void> {
  const now = ports.clock();
  if (factsOf(fault).holds) {
    await holdProvider(tx, provider.name, fault, now);
    await moveTask(tx, fence, { type: 'returned', notBefore: now, snapshot, counts: false }, now);
    return;
  }
  if (retriesByItself(fault, task.tries)) {
    const notBefore = now + backoffMs(task.tries, ports.random);
    await moveTask(tx, fence, { type: 'returned', notBefore, snapshot, counts: true }, now);
    return;
  }
  await failTask(tx, fence, fault, { type: 'order' }, now);
}

/** Fails a task with its fault and how Retry goes on. */
export async function failTask(
  tx: WriteTx,
  fence: Fence,
  fault: Fault,
  again: Again,
  now: number,
): Promise<void> {
  await moveTask(tx, fence, { type: 'failed', fault, again }, now);
}
