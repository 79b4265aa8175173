import { fail } from '../../domain/result.ts';
import type { TaskId } from '../../domain/ids.ts';
import type { Task, Uncertain } from '../../domain/task.ts';
import { transition, type TaskEvent } from '../../domain/transition.ts';
import { getAttempt, putAttempt } from '../../store/attempts.ts';
import { getSighting, putSighting } from '../../store/sightings.ts';
import { getTask, putTask } from '../../store/tasks.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';

/** Looks an order up once more whose answer was lost. */
export function checkAgain(scope: Scope, { taskId }: Of<'checkAgain'>): Outcomes {
  return settle(scope, taskId, ({ candidates }) => ({ type: 'doubted', candidates, lookUpAt: scope.now }));
}

/** The user says which operation the order is: it is asked about from now on. */
export async function confirmSent(scope: Scope, { taskId, operation }: Of<'confirmSent'>): Outcomes {
  const task = await getTask(scope.tx, taskId);
  if (task?.phase.state !== 'uncertain') return notNow(task);
  const attempt = await getAttempt(scope.tx, task.phase.attempt);
  if (attempt === null) throw new Error(`An uncertain task has no attempt: ${task.phase.attempt}`);
  const sighting = await getSighting(scope.tx, operation);
  // Another scene may have been given it meanwhile (L2).
  if (sighting !== null && sighting.attempt !== null && sighting.attempt !== attempt.id)
    return fail({ type: 'AlreadyOpen' });
  if (sighting !== null) await putSighting(scope.tx, { ...sighting, attempt: attempt.id });
  await putAttempt(scope.tx, { ...attempt, operation });
  const deadline = scope.now + scope.deadlineMs(task.provider);
  return settle(scope, taskId, () => ({ type: 'accepted', operation, pollAt: scope.now, deadline }));
}

/** The user says that the order never arrived: it is made again, with the inputs of now. */
export function confirmNotSent(scope: Scope, { taskId }: Of<'confirmNotSent'>): Outcomes {
  const notBefore = scope.now;
  return settle(scope, taskId, () => ({ type: 'returned', notBefore, snapshot: null, counts: false }));
}

async function settle(scope: Scope, id: TaskId, eventFor: (phase: Uncertain) => TaskEvent): Outcomes {
  const task = await getTask(scope.tx, id);
  if (task?.phase.state !== 'uncertain') return notNow(task);
  const moved = transition(task, eventFor(task.phase), scope.now);
  if (!moved.ok) return moved;
  await putTask(scope.tx, moved.value, scope.now);
  return carriedOut(task.projectId, 1);
}

function notNow(task: Task | null): ReturnType<typeof notFound> {
  return task === null
    ? notFound('task')
    : fail({ type: 'NotNow', state: task.phase.state, event: 'confirmed' });
}
