import type { Attempt } from '../domain/attempt.ts';
import { factsOf } from '../domain/fault.ts';
import type { Task, Uncertain } from '../domain/task.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { putLastOrderAt } from '../store/pace.ts';
import type { WriteTx } from '../store/transaction.ts';
import { holdProvider, isOrderHeld, liftUnclear } from './holds.ts';
import { orderOf } from './order-of.ts';
import { fenceOf, getFenced, moveTask } from './move-task.ts';
import type { LookUp } from './ports.ts';
import { handOver } from './hand-over.ts';
import { settleFault, type Step } from './step.ts';

const ASK_AGAIN_MS = 30_000;

/** Finds out what became of an order whose answer was lost (L6). */
export async function lookUp(step: Step, task: Task, phase: Uncertain): Promise<void> {
  const order = await orderOf(step, task, phase.attempt);
  if (order === null) return;
  const { candidates } = phase;
  const looked = await step.provider.lookUp(order, phase.since);
  const { name } = step.provider;
  if (looked.type !== 'not-now') await step.store.write('relaxed', (tx) => liftUnclear(tx, name));
  // What was seen to go out and could not be read is still there, whatever else is not.
  const found = looked.type === 'not-there' && candidates.length > 0 ? CANNOT_TELL : looked;
  if (found.type === 'not-there') return orderAgain(step, task, order);
  await step.store.write('strict', (tx) => storeFound(step, tx, task, order, found, candidates));
}

const CANNOT_TELL: LookUp = { type: 'cannot-tell', candidates: [] };

type Found = Exclude<LookUp, { type: 'not-there' }>;

async function storeFound(
  step: Step,
  tx: WriteTx,
  task: Task,
  order: Attempt,
  found: Found,
  earlier: Uncertain['candidates'],
): Promise<void> {
  const now = step.ports.clock();
  const fence = fenceOf(task);
  switch (found.type) {
    case 'operation': {
      const { operation } = found;
      // Its scene went with the emptied bin meanwhile.
      if ((await getAttempt(tx, order.id)) === null) return;
      await putAttempt(tx, { ...order, operation });
      const deadline = now + step.provider.deadlineMs;
      await moveTask(tx, fence, { type: 'accepted', operation, pollAt: now, deadline }, now);
      return;
    }
    case 'cannot-tell': {
      const candidates = [...new Set([...earlier, ...found.candidates])];
      await moveTask(tx, fence, { type: 'doubted', candidates, lookUpAt: null }, now);
      return;
    }
    case 'not-now':
      if (factsOf(found.fault).holds) await holdProvider(tx, step.provider.name, found.fault, now);
      await moveTask(tx, fence, { type: 'doubted', candidates: earlier, lookUpAt: now + ASK_AGAIN_MS }, now);
  }
}

/**
 * The provider does not have it. Where it takes our own id, the same attempt is handed over once more; a
 * second "not there", or a cancelled task, ends it without a cost (L6, L14).
 */
async function orderAgain(step: Step, task: Task, order: Attempt): Promise<void> {
  const resend = await step.store.write('strict', async (tx) => {
    const now = step.ports.clock();
    const fence = fenceOf(task);
    const present = await getFenced(tx, fence);
    if (present === null) return null;
    const mayResend = step.provider.capabilities.acceptsOurId && order.sends === 1;
    if (present.phase.state === 'cancelled') {
      const { snapshot } = order;
      await moveTask(tx, fence, { type: 'returned', notBefore: now, snapshot, counts: false }, now);
      return null;
    }
    if (mayResend && (await isOrderHeld(tx, step.provider, order.snapshot, now))) {
      // The hold began during the look-up: nothing is sent while it stands.
      await moveTask(tx, fence, { type: 'doubted', candidates: [], lookUpAt: now }, now);
      return null;
    }
    if (step.provider.capabilities.needsPress) {
      // Nobody pressed: it waits again, and that is no try.
      await moveTask(tx, fence, { type: 'returned', notBefore: now, snapshot: null, counts: false }, now);
      return null;
    }
    if (!mayResend) {
      await settleFault(step, tx, present, fence, { type: 'Unreachable' }, order.snapshot);
      return null;
    }
    const again: Attempt = { ...order, sends: 2 };
    await putAttempt(tx, again);
    await putLastOrderAt(tx, again.provider, now);
    return again;
  });
  if (resend !== null) await handOver(step, resend, task.epoch);
}
