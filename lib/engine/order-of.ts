import type { Attempt } from '../domain/attempt.ts';
import type { AttemptId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { getAttempt } from '../store/attempts.ts';
import { getTask } from '../store/tasks.ts';
import type { Step } from './step.ts';

/** Reads the attempt that a task is about; null where both went with the emptied bin. Throws where it alone is gone. */
export function orderOf({ store }: Step, task: Task, id: AttemptId): Promise<Attempt | null> {
  return store.read(async (tx) => {
    const order = await getAttempt(tx, id);
    if (order === null && (await getTask(tx, task.id)) !== null)
      throw new Error(`A task has no attempt: ${id}`);
    return order;
  });
}
