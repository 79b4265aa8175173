import type { Attempt, LedgerRow } from '../domain/attempt.ts';
import { newId, type Operation, type Random } from '../domain/ids.ts';
import type { Scene } from '../domain/scene.ts';
import { presentAttempt, type Task, type TaskSource } from '../domain/task.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { getLedgerRow, putLedgerRow } from '../store/ledger.ts';
import { getScene } from '../store/scenes.ts';
import { getSighting, putSighting } from '../store/sightings.ts';
import { getTask, nextSequence, putTask } from '../store/tasks.ts';
import type { WriteTx } from '../store/transaction.ts';
import type { EnginePorts, HeardOnPage, Provider } from './ports.ts';

/** What the engine lends to hearing. */
export type HearPorts = Pick<EnginePorts, 'clock' | 'random'>;

/** An order that is out, and that a scene gets a task for. */
export interface SentOrder {
  readonly scene: Scene;
  readonly operation: Operation;
  readonly source: Exclude<TaskSource, 'order'>;
  readonly made: Pick<Attempt, 'kind' | 'provider' | 'snapshot' | 'remarks'>;
  readonly cost: Pick<LedgerRow, 'unit' | 'asked' | 'taken'>;
}

/** What following needs from outside its transaction. */
export interface FollowPorts {
  readonly now: number;
  readonly random: Random;
  /** How long the order may be at work, in ms. */
  readonly deadlineMs: number;
}

/** Makes the task that follows an order, with its attempt and its ledger row; from now on the order is its (L2, L9). */
export async function followSent(
  tx: WriteTx,
  { now, random, deadlineMs }: FollowPorts,
  { scene: { projectId, index: sceneIndex, position }, operation, source, made, cost }: SentOrder,
): Promise<void> {
  const { kind, provider } = made;
  const [id, taskId] = [newId('attempt', random), newId('task', random)];
  const head = { projectId, sceneIndex, kind, provider };
  const task: Task = {
    id: taskId,
    ...head,
    source,
    priority: 0,
    batchAt: now,
    sequence: await nextSequence(tx),
    position,
    epoch: 0,
    tries: 0,
    phaseAt: now,
    startedAt: now,
    phase: { state: 'submitted', attempt: id, operation, pollAt: now, deadline: now + deadlineMs },
  };
  const attempt: Attempt = {
    id,
    taskId,
    ...head,
    number: 1,
    snapshot: made.snapshot,
    intendedAt: now,
    operation,
    arming: null,
    sends: 1,
    keptLate: [],
    remarks: made.remarks,
  };
  await putAttempt(tx, attempt);
  await putLedgerRow(tx, { attemptId: id, projectId, sceneIndex, provider, ...cost, larger: [], at: now });
  await putTask(tx, task, now);
  const sighting = await getSighting(tx, operation);
  if (sighting !== null) await putSighting(tx, { ...sighting, attempt: id });
}

/**
 * Gives a press that nobody waited for a task of its own beside its scene's, with what was sent (L4): a second press,
 * or one that was told after its order had been taken back. An order still in doubt is left to its look-up, which asks
 * the user.
 */
export async function followUnawaited(
  tx: WriteTx,
  { ports, provider }: { readonly ports: HearPorts; readonly provider: Provider },
  { attempt: first, operation }: NonNullable<HeardOnPage['again']>,
): Promise<void> {
  const attempt = await getAttempt(tx, first);
  const scene = attempt === null ? null : await getScene(tx, attempt.projectId, attempt.sceneIndex);
  // Its scene went with the emptied bin meanwhile.
  if (attempt === null || scene === null || (await isInDoubt(tx, attempt))) return;
  const { unit, amount } = provider.capabilities.price;
  const asked = (await getLedgerRow(tx, first))?.asked ?? amount;
  const [source, remark] =
    attempt.operation === null
      ? (['takenBack', 'takenBack'] as const)
      : (['secondPress', 'pressedAgain'] as const);
  await followSent(
    tx,
    { now: ports.clock(), random: ports.random, deadlineMs: provider.deadlineMs },
    {
      scene,
      operation,
      source,
      made: { ...attempt, remarks: [...new Set([...attempt.remarks, remark])] },
      cost: { unit, asked, taken: asked === 0 ? 0 : 'unknown' },
    },
  );
}

async function isInDoubt(tx: WriteTx, { id, taskId, operation }: Attempt): Promise<boolean> {
  const phase = operation === null ? (await getTask(tx, taskId))?.phase : undefined;
  return phase !== undefined && phase.state !== 'cancelled' && presentAttempt(phase) === id;
}
