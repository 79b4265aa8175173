import type { Fault } from '../domain/fault.ts';
import type { AttemptId, TaskId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { presentAttempt, type Task } from '../domain/task.ts';
import { transition, type TaskEvent } from '../domain/transition.ts';
import { getTask, putTask } from '../store/tasks.ts';
import type { WriteTx } from '../store/transaction.ts';

/** What a report must match to move a task: its present claim and its present attempt (L2). */
export interface Fence {
  readonly taskId: TaskId;
  readonly epoch: number;
  readonly attempt: AttemptId | null;
}

/** The fence around a task as it stands. */
export function fenceOf(task: Task): Fence {
  return { taskId: task.id, epoch: task.epoch, attempt: presentAttempt(task.phase) };
}

/** Reads the task behind a fence; null where it has moved on to another claim or attempt. */
export async function getFenced(tx: WriteTx, fence: Fence): Promise<Task | null> {
  const task = await getTask(tx, fence.taskId);
  if (task === null || task.epoch !== fence.epoch) return null;
  return presentAttempt(task.phase) === fence.attempt ? task : null;
}

/** Moves a task by an event if it still stands behind the fence, in this transaction; else moves nothing. */
export async function moveTask(
  tx: WriteTx,
  fence: Fence,
  event: TaskEvent,
  now: number,
): Promise<Result<Task, Fault>> {
  const task = await getFenced(tx, fence);
  if (task === null) return fail({ type: 'NotNow', state: 'other claim or attempt', event: event.type });
  const moved = transition(task, event, now);
  if (!moved.ok) return moved;
  await putTask(tx, moved.value, now);
  return ok(moved.value);
}
