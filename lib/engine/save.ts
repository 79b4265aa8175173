import type { Attempt } from '../domain/attempt.ts';
import { factsOf, type Fault } from '../domain/fault.ts';
import type { AssetId } from '../domain/ids.ts';
import type { Inspection } from '../domain/render.ts';
import type { Saving, Task } from '../domain/task.ts';
import { getAttempt } from '../store/attempts.ts';
import type { WriteTx } from '../store/transaction.ts';
import { backoffMs } from './backoff.ts';
import { expectedOf } from './expected.ts';
import { holdProvider } from './holds.ts';
import { orderOf } from './order-of.ts';
import { fenceOf, getFenced, moveTask } from './move-task.ts';
import { failTask, type Step } from './step.ts';
import { storeTake } from './store-take.ts';

/** Downloads of one output that go by themselves before the user is asked. */
const MOST_DOWNLOADS = 5;

/** Brings in the outputs of a finished order that are due, and makes takes of them, one by one (L8, L12). */
export async function save(step: Step, task: Task, phase: Saving): Promise<void> {
  const order = await orderOf(step, task, phase.attempt);
  if (order === null) return;
  for (const [at, output] of phase.outputs.entries()) {
    if (output.state !== 'ref' && output.state !== 'asset') continue;
    if (output.notBefore > step.ports.clock()) continue;
    const assetId =
      output.state === 'asset' ? output.assetId : await bringIn(step, task, order, at, output.ref);
    if (assetId !== null) await makeTake(step, task, order, at, assetId);
  }
}

async function bringIn(
  step: Step,
  task: Task,
  order: Attempt,
  at: number,
  ref: string,
): Promise<AssetId | null> {
  const fetched = await step.provider.fetch(ref, order);
  await step.store.write('strict', async (tx) => {
    const now = step.ports.clock();
    const fence = fenceOf(task);
    if (fetched.ok) await moveTask(tx, fence, { type: 'fetched', output: at, assetId: fetched.value }, now);
    else if (fetched.fault.type === 'LinkExpired') {
      await moveTask(tx, fence, { type: 'expired', pollAt: now }, now);
    } else await putOff(step, tx, task, at, fetched.fault, now);
  });
  return fetched.ok ? fetched.value : null;
}

async function makeTake(
  step: Step,
  task: Task,
  order: Attempt,
  output: number,
  assetId: AssetId,
): Promise<void> {
  const looked = await step.ports.inspect(assetId, order.id, expectedOf(order));
  await step.store.write('strict', async (tx) => {
    const now = step.ports.clock();
    if (looked.ok)
      await storeArrived(tx, task, { attempt: order, output, assetId, inspection: looked.value }, now);
    else if (looked.fault.type === 'WrongMedia' || looked.fault.type === 'AssetMissing') {
      await moveTask(tx, fenceOf(task), { type: 'refused', output, fault: looked.fault }, now);
    } else await putOff(step, tx, task, output, looked.fault, now);
  });
  if (looked.ok) step.ports.stored();
}

/** Where the task has moved on meanwhile, the take is kept all the same, unpicked (L2). */
async function storeArrived(
  tx: WriteTx,
  task: Task,
  arrived: { attempt: Attempt; output: number; assetId: AssetId; inspection: Inspection },
  now: number,
): Promise<void> {
  // Its scene went with the emptied bin meanwhile: only what is stored is reported on (L2).
  if ((await getAttempt(tx, arrived.attempt.id)) === null) return;
  const fence = fenceOf(task);
  const present = await getFenced(tx, fence);
  const mayPick = present !== null && present.phase.state !== 'cancelled';
  const take = await storeTake(tx, arrived, mayPick, now);
  await moveTask(tx, fence, { type: 'taken', output: arrived.output, take }, now);
}

async function putOff(
  { ports, provider }: Step,
  tx: WriteTx,
  task: Task,
  at: number,
  fault: Fault,
  now: number,
): Promise<void> {
  const fence = fenceOf(task);
  const present = await getFenced(tx, fence);
  const phase = present?.phase.state === 'cancelled' ? present.phase.from : present?.phase;
  if (phase?.state !== 'saving') return;
  const output = phase.outputs[at];
  const tries = output?.state === 'ref' || output?.state === 'asset' ? output.tries : 0;
  if (factsOf(fault).holds) await holdProvider(tx, provider.name, fault, now);
  if (factsOf(fault).holds || (factsOf(fault).transient && tries + 1 < MOST_DOWNLOADS)) {
    await moveTask(
      tx,
      fence,
      { type: 'postponed', output: at, notBefore: now + backoffMs(tries, ports.random) },
      now,
    );
    return;
  }
  const placed = { attempt: phase.attempt, operation: phase.operation };
  const outputs = phase.outputs.map((each) =>
    each.state === 'ref' || each.state === 'asset' ? { ...each, tries: 0, notBefore: 0 } : each,
  );
  await failTask(tx, fence, fault, { type: 'save', placed, outputs }, now);
}
