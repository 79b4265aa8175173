import type { Fault } from '../domain/fault.ts';
import { factsOf } from '../domain/fault.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { isBeside, type Again, type Phase, type Task } from '../domain/task.ts';
import type { Store, WriteTx } from '../store/transaction.ts';
import { backoffMs, retriesByItself } from './backoff.ts';
import { holdForOrder } from './holds.ts';
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
 * provider or its model, tries again by itself where that is free (L7), else fails with what helps. `snapshot` is what
 * the next try is bound to, `sent` what this one was.
 */
export async function settleFault(
  { ports, provider }: { readonly ports: Pick<EnginePorts, 'clock' | 'random'>; readonly provider: Provider },
  tx: WriteTx,
  task: Task,
  fence: Fence,
  fault: Fault,
  snapshot: Snapshot | null,
  sent: Snapshot | null = snapshot,
): Promise<void> {
  const now = ports.clock();
  const { holds, helps } = factsOf(fault);
  if (holds) await holdForOrder(tx, provider, fault, { kind: task.kind, model: sent?.model ?? null }, now);
  if (task.source !== 'order' && isOut(task.phase)) {
    // Nobody ordered it in Retake: it is never made ready by itself.
    const again = isBeside(task.source) ? 'no' : 'order';
    await failTask(tx, fence, fault, { type: again }, now);
    return;
  }
  if (holds) {
    // Another model may be chosen while it waits, and nothing of it was made with this one.
    const bound = helps === 'otherModel' ? null : snapshot;
    await moveTask(tx, fence, { type: 'returned', notBefore: now, snapshot: bound, counts: false }, now);
    return;
  }
  if (retriesByItself(fault, task.tries)) {
    const notBefore = now + backoffMs(task.tries, ports.random);
    await moveTask(tx, fence, { type: 'returned', notBefore, snapshot, counts: true }, now);
    return;
  }
  await failTask(tx, fence, fault, { type: 'order' }, now);
}

function isOut(phase: Phase): boolean {
  return phase.state === 'submitted' || (phase.state === 'cancelled' && isOut(phase.from));
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
