import { listedIn } from '../../domain/batch.ts';
import type { Change } from '../../domain/edit.ts';
import type { ProjectId, SceneIndex } from '../../domain/ids.ts';
import { fail } from '../../domain/result.ts';
import { cancelIsFree } from '../../domain/status.ts';
import { isOpen, type Task } from '../../domain/task.ts';
import { transition } from '../../domain/transition.ts';
import { getSceneTasks, getTask, getUnfinishedTasks, putTask } from '../../store/tasks.ts';
import { noteTaken } from '../note-taken.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';

/** Cancels a task. Before submit that is free; after it, it stops the waiting (L14). */
export async function cancel(scope: Scope, command: Of<'cancel'>): Outcomes {
  const task = await getTask(scope.tx, command.taskId);
  if (task === null) return notFound('task');
  const change = await cancelTask(scope, task);
  if (change === null) return fail({ type: 'NotNow', state: task.phase.state, event: 'cancelled' });
  return edited(task.projectId, 'cancelTask', [change], { stopped: [task.id] });
}

/** Cancels every open task of a project, or of some of its scenes. */
export async function stopAll(scope: Scope, command: Of<'stopAll'>): Outcomes {
  const isListed = listedIn(command.scenes);
  const unfinished = await getUnfinishedTasks(scope.tx, command.projectId);
  const tasks = unfinished.filter((task) => isOpen(task) && isListed(task.sceneIndex));
  const changes: Change[] = [];
  for (const task of tasks) {
    const change = await cancelTask(scope, task);
    if (change !== null) changes.push(change);
  }
  if (changes.length === 0) return fail({ type: 'NothingToDo' });
  const name = command.scenes === undefined ? 'stopAll' : 'cancelTask';
  return edited(command.projectId, name, changes, { stopped: tasks.map(({ id }) => id) });
}

/** Cancels a scene's tasks that were not sent yet; those that were finish into the bin (L4). */
export async function cancelUnsent(
  scope: Scope,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const task of await getSceneTasks(scope.tx, projectId, index)) {
    if (!isOpen(task) || !cancelIsFree(task.phase)) continue;
    const change = await cancelTask(scope, task);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** Cancels a task and answers the inverse; null where there is nothing to cancel. */
export async function cancelTask({ tx, now }: Scope, task: Task): Promise<Change | null> {
  const moved = transition(task, { type: 'cancelled' }, now);
  if (!moved.ok) return null;
  await putTask(tx, moved.value, now);
  if (task.phase.state === 'armed') await noteTaken(tx, task.phase.attempt, 0);
  return { type: 'cancel', taskId: task.id, at: now };
}
