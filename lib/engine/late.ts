import type { Attempt } from '../domain/attempt.ts';
import type { AttemptId } from '../domain/ids.ts';
import { LARGER_FROM } from '../domain/take.ts';
import { presentAttempt, type Task } from '../domain/task.ts';
import { transition } from '../domain/transition.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { getTakeOf } from '../store/takes.ts';
import { getOpenTask, getTask, putTask } from '../store/tasks.ts';
import type { WriteTx } from '../store/transaction.ts';
import { expectedOf } from './expected.ts';
import type { Step } from './step.ts';
import { storeTake } from './store-take.ts';

/** What a report of an attempt means for its task. */
export type Heard = 'nothing' | 'ask-now' | 'late';

/** Takes a report that something happened to an attempt; only a stored attempt is heard (L2). */
export async function takeReport(
  tx: WriteTx,
  id: AttemptId,
  deadlineMs: number,
  now: number,
): Promise<Heard> {
  const attempt = await getAttempt(tx, id);
  const task = attempt === null ? null : await getTask(tx, attempt.taskId);
  if (attempt === null || task === null) return 'nothing';
  if (presentAttempt(task.phase) !== id) return 'late';
  return askNow(tx, task, deadlineMs, now);
}

async function askNow(tx: WriteTx, task: Task, deadlineMs: number, now: number): Promise<Heard> {
  const { phase } = task;
  const gaveUpAsking = phase.state === 'failed' && phase.again.type === 'ask';
  const { projectId, sceneIndex, kind } = task;
  // Another order of the scene is at work by now: this one stays failed, and what it made is kept beside.
  if (gaveUpAsking && (await getOpenTask(tx, projectId, sceneIndex, kind)) !== null) return 'late';
  const moved = gaveUpAsking
    ? transition(task, { type: 'retried', snapshot: null, deadline: now + deadlineMs }, now)
    : transition(task, { type: 'polled', pollAt: now }, now);
  const at = phase.state === 'cancelled' ? phase.from : phase;
  if (!moved.ok) return at.state === 'failed' ? 'late' : 'nothing';
  await putTask(tx, moved.value, now);
  return 'ask-now';
}

/**
 * Keeps what a report says was made and no task waits for, as takes of its own scene, each output once. Of an
 * earlier or cancelled attempt they stay unpicked (L2); of the one that its task failed with, the first is picked
 * where nothing is, as the task's own would be (L3).
 */
export async function keepLate(step: Step, id: AttemptId): Promise<void> {
  const attempt = await step.store.read((tx) => getAttempt(tx, id));
  if (attempt?.operation == null) return;
  const poll = await step.provider.poll(attempt.operation, attempt);
  if (poll.type !== 'produced') return;
  for (const [output, ref] of poll.refs.entries()) await keepOutput(step, attempt, output, ref);
}

/** Keeps larger copies of an attempt's outputs as takes of its own scene, each once; the user alone picks one (L3). */
export async function keepLarger(step: Step, id: AttemptId): Promise<void> {
  const attempt = await step.store.read((tx) => getAttempt(tx, id));
  if (attempt?.operation == null) return;
  const copies = (await step.provider.larger?.(attempt.operation)) ?? [];
  for (const { output, ref } of copies) await keepOutput(step, attempt, output, ref);
}

async function keepOutput(step: Step, attempt: Attempt, output: number, ref: string): Promise<void> {
  const known = await step.store.read((tx) => getTakeOf(tx, attempt.id, output));
  if (known !== null) return;
  const fetched = await step.provider.fetch(ref, attempt);
  if (!fetched.ok) return;
  const assetId = fetched.value;
  const looked = await step.ports.inspect(assetId, attempt.id, expectedOf(attempt));
  if (!looked.ok) return;
  const arrived = { attempt, output, assetId, inspection: looked.value };
  await step.store.write('strict', async (tx) => {
    const stored = await getAttempt(tx, attempt.id);
    if (stored === null || stored.keptLate.includes(output)) return;
    await putAttempt(tx, { ...stored, keptLate: [...stored.keptLate, output] });
    await storeTake(tx, arrived, await mayPick(tx, attempt, output), step.ports.clock());
  });
  step.ports.stored();
}

async function mayPick(tx: WriteTx, { id, taskId }: Attempt, output: number): Promise<boolean> {
  if (output >= LARGER_FROM) return false;
  const phase = (await getTask(tx, taskId))?.phase;
  return phase !== undefined && phase.state !== 'cancelled' && presentAttempt(phase) === id;
}
