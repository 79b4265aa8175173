import type { Attempt } from '../domain/attempt.ts';
import type { AttemptId } from '../domain/ids.ts';
import { presentAttempt, type Task } from '../domain/task.ts';
import { transition } from '../domain/transition.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { getTakeOf } from '../store/takes.ts';
import { getTask, putTask } from '../store/tasks.ts';
import type { WriteTx } from '../store/transaction.ts';
import { expectedOf } from './expected.ts';
import type { Step } from './step.ts';
import { storeTake } from './store-take.ts';

/** What a report of an attempt means for its task. */
export type Heard = 'nothing' | 'ask-now' | 'late';

/** Takes a report that something happened to an attempt; only a stored attempt is heard (L2). */
export async function hear(tx: WriteTx, id: AttemptId, deadlineMs: number, now: number): Promise<Heard> {
  const attempt = await getAttempt(tx, id);
  const task = attempt === null ? null : await getTask(tx, attempt.taskId);
  if (attempt === null || task === null) return 'nothing';
  if (presentAttempt(task.phase) !== id) return 'late';
  return askNow(tx, task, deadlineMs, now);
}

async function askNow(tx: WriteTx, task: Task, deadlineMs: number, now: number): Promise<Heard> {
  const { phase } = task;
  const gaveUpAsking = phase.state === 'failed' && phase.again.type === 'ask';
  const moved = gaveUpAsking
    ? transition(task, { type: 'retried', snapshot: null, deadline: now + deadlineMs }, now)
    : transition(task, { type: 'polled', pollAt: now }, now);
  if (!moved.ok) return phase.state === 'failed' ? 'late' : 'nothing';
  await putTask(tx, moved.value, now);
  return 'ask-now';
}

/** Keeps what an earlier attempt still made, as unpicked takes of its own scene, each output once (L2). */
export async function keepLate(step: Step, id: AttemptId): Promise<void> {
  const attempt = await step.store.read((tx) => getAttempt(tx, id));
  if (attempt?.operation == null) return;
  const poll = await step.provider.poll(attempt.operation, attempt);
  if (poll.type !== 'produced') return;
  for (const [output, ref] of poll.refs.entries()) await keepOutput(step, attempt, output, ref);
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
    await storeTake(tx, arrived, false, step.ports.clock());
  });
}
