import type { Change } from '../../domain/edit.ts';
import { fail } from '../../domain/result.ts';
import type { Task } from '../../domain/task.ts';
import { transition } from '../../domain/transition.ts';
import { getLastReady, getNextReady, getSceneTasks, getTask, putTask } from '../../store/tasks.ts';
import { noteTaken } from '../note-taken.ts';
import { findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { carriedOut, edited, notFound, type Outcomes, type Scope } from './outcome.ts';

/**
 * Lets what scenes wait for go before everything else that waits, or behind it. The priority is the time of the
 * press, below zero for the back, so that the last one pressed goes first, or last, whatever still waits for a pick;
 * scenes that are moved together keep their order. What stands ready makes room where it is to be last.
 */
export async function moveInQueue(
  scope: Scope,
  { type, projectId, scenes }: Of<'moveToFront' | 'moveToBack'>,
): Outcomes {
  const waiting: Task[] = [];
  for (const index of scenes) {
    if ((await findScene(scope, projectId, index)) === null) return notFound('scene');
    for (const task of await getSceneTasks(scope.tx, projectId, index)) {
      const waits = type === 'moveToBack' && task.phase.state === 'armed' ? await disarm(scope, task) : task;
      if (waits.phase.state === 'queued') waiting.push(waits);
    }
  }
  if (waiting.length === 0) return fail({ type: 'NothingToDo' });
  const priority = type === 'moveToFront' ? await highest(scope, waiting) : await lowest(scope, waiting);
  const changes: Change[] = [];
  for (const task of waiting) {
    await putTask(scope.tx, { ...task, priority }, scope.now);
    changes.push({ type: 'priority', taskId: task.id, was: task.priority, wrote: priority });
  }
  return edited(projectId, type, changes);
}

/** Lets every other order of its service go before one that stands ready for the user's press. */
export async function later(scope: Scope, { taskId }: Of<'later'>): Outcomes {
  const { tx, now } = scope;
  const task = await getTask(tx, taskId);
  if (task === null) return notFound('task');
  if (task.phase.state !== 'armed') return fail({ type: 'NotNow', state: task.phase.state, event: 'later' });
  const last = await getLastReady(tx, task.provider);
  const priority = last === null ? task.priority : Math.min(task.priority, last.priority) - 1;
  await putTask(tx, { ...(await disarm(scope, task)), priority }, now);
  return carriedOut(task.projectId, 1);
}

/** An order that stands ready as it waits again; nothing was taken for it. */
async function disarm({ tx, now }: Scope, task: Task): Promise<Task> {
  const moved = transition(task, { type: 'returned', notBefore: now, snapshot: null, counts: false }, now);
  if (!moved.ok || task.phase.state !== 'armed') throw new Error('It does not stand ready.');
  await noteTaken(tx, task.phase.attempt, 0);
  return moved.value;
}

/** One for all of them. Two presses at one time, or a clock set back, still go one before the other. */
async function highest({ tx, now }: Scope, waiting: readonly Task[]): Promise<number> {
  let priority = now;
  for (const provider of new Set(waiting.map((task) => task.provider))) {
    const first = await getNextReady(tx, provider);
    if (first !== null) priority = Math.max(priority, first.priority + 1);
  }
  return priority;
}

async function lowest({ tx, now }: Scope, waiting: readonly Task[]): Promise<number> {
  let priority = -now;
  for (const provider of new Set(waiting.map((task) => task.provider))) {
    const last = await getLastReady(tx, provider);
    if (last !== null) priority = Math.min(priority, last.priority - 1);
  }
  return priority;
}
