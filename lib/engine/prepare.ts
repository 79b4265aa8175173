import type { Attempt } from '../domain/attempt.ts';
import type { Capabilities } from '../domain/capabilities.ts';
import type { Fault } from '../domain/fault.ts';
import { newId } from '../domain/ids.ts';
import { refusedOrder } from '../domain/refused-choice.ts';
import { lackOf, readSnapshot, type Snapshot } from '../domain/snapshot.ts';
import { fail, type Result } from '../domain/result.ts';
import type { Task } from '../domain/task.ts';
import { countAttempts, putAttempt } from '../store/attempts.ts';
import { putLedgerRow } from '../store/ledger.ts';
import { readInputs } from '../store/panel-reads.ts';
import { putLastOrderAt } from '../store/pace.ts';
import { getProject } from '../store/projects.ts';
import { getScene } from '../store/scenes.ts';
import type { WriteTx } from '../store/transaction.ts';
import { handOver } from './hand-over.ts';
import { isOrderHeld } from './holds.ts';
import { fenceOf, getFenced, moveTask } from './move-task.ts';
import { failTask, settleFault, type Step } from './step.ts';

/** Brings a claimed task to the provider: check, intent, order, answer; each stored before the next (L5). */
export async function prepare(step: Step, task: Task): Promise<void> {
  const ready = await check(step);
  if (!ready.ok) {
    await step.store.write('relaxed', (tx) => {
      const snapshot = task.phase.state === 'preparing' ? task.phase.snapshot : null;
      return settleFault(step, tx, task, fenceOf(task), ready.fault, snapshot);
    });
    return;
  }
  const attempt = await step.store.write('strict', (tx) => storeIntent(step, tx, task));
  if (attempt !== null) await handOver(step, attempt, task.epoch);
}

/** What nobody could store is not ordered: a full disk holds the provider up before anything is paid (L8). */
async function check({ ports, provider }: Step): Promise<Result<null, Fault>> {
  const hasRoom = ports.hasRoom === undefined || (await ports.hasRoom());
  return hasRoom ? provider.check() : fail({ type: 'StorageFull' });
}

async function storeIntent(step: Step, tx: WriteTx, claimed: Task): Promise<Attempt | null> {
  const now = step.ports.clock();
  const fence = fenceOf(claimed);
  const task = await getFenced(tx, fence);
  if (task?.phase.state !== 'preparing') return null;
  const frozen = task.phase.snapshot;
  const snapshot = frozen ?? (await readPresent(step, tx, task));
  if (snapshot === null) return null;
  if (await isOrderHeld(tx, step.provider, snapshot, now)) {
    // The hold began after the claim: nothing is sent while it stands.
    await moveTask(tx, fence, { type: 'returned', notBefore: now, snapshot: frozen, counts: false }, now);
    return null;
  }
  const lack = lackOf(snapshot) ?? refusedOrder(step.provider.capabilities, snapshot);
  if (lack !== null) {
    await failTask(tx, fence, lack, { type: 'order' }, now);
    return null;
  }
  const attempt = await newAttempt(step, tx, task, snapshot, now);
  await putAttempt(tx, attempt);
  await putLastOrderAt(tx, attempt.provider, now);
  await putLedgerRow(tx, ledgerRowOf(attempt, step.provider.capabilities));
  await moveTask(tx, fence, { type: 'intended', attempt: attempt.id, snapshot }, now);
  return attempt;
}

async function readPresent({ ports }: Step, tx: WriteTx, task: Task): Promise<Snapshot | null> {
  const project = await getProject(tx, task.projectId);
  const scene = await getScene(tx, task.projectId, task.sceneIndex);
  if (project === null || scene === null) return null;
  const seed = Math.floor(ports.random() * 2 ** 32);
  // Another provider may have been chosen since it was ordered: its own choices are none of this order's.
  return readSnapshot(task.kind, await readInputs(tx, project, scene, task.provider), seed);
}

async function newAttempt(
  { ports }: Step,
  tx: WriteTx,
  task: Task,
  snapshot: Snapshot,
  now: number,
): Promise<Attempt> {
  return {
    id: newId('attempt', ports.random),
    taskId: task.id,
    projectId: task.projectId,
    sceneIndex: task.sceneIndex,
    kind: task.kind,
    provider: task.provider,
    number: (await countAttempts(tx, task.id)) + 1,
    snapshot,
    intendedAt: now,
    operation: null,
    arming: null,
    sends: 1,
    keptLate: [],
    remarks: [],
  };
}

function ledgerRowOf(attempt: Attempt, { price }: Capabilities) {
  const { id, projectId, sceneIndex, provider, intendedAt } = attempt;
  const taken = price.unit === 'none' ? 0 : ('unknown' as const);
  return {
    attemptId: id,
    projectId,
    sceneIndex,
    provider,
    unit: price.unit,
    asked: price.amount,
    taken,
    larger: [],
    at: intendedAt,
  };
}
