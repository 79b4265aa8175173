import { fail } from '../../domain/result.ts';
import { transition } from '../../domain/transition.ts';
import { getTask, putTask } from '../../store/tasks.ts';
import { noteTaken } from '../note-taken.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';

/** The prompt that the user has written on the page is the order's: it stays ready there as it is. */
export async function keepYours({ tx, now }: Scope, { taskId }: Of<'keepYours'>): Outcomes {
  const task = await getTask(tx, taskId);
  if (task === null) return notFound('task');
  const { phase } = task;
  if (phase.state !== 'armed' || phase.hand?.prompt == null)
    return fail({ type: 'NotNow', state: phase.state, event: 'keepYours' });
  const { tab, price, facts } = phase;
  const arming = { tab, price, facts, hand: { ...phase.hand, isUsed: true } };
  const moved = transition(task, { type: 'changed', arming }, now);
  if (!moved.ok) return moved;
  await putTask(tx, moved.value, now);
  return carriedOut(task.projectId, 1);
}

/** Takes the order off its page, where it is made ready again with the scene's own words; nothing was sent. */
export async function putBack({ tx, now }: Scope, { taskId }: Of<'putBack'>): Outcomes {
  const task = await getTask(tx, taskId);
  if (task === null) return notFound('task');
  const { phase } = task;
  if (phase.state !== 'armed') return fail({ type: 'NotNow', state: phase.state, event: 'putBack' });
  const moved = transition(task, { type: 'returned', notBefore: now, snapshot: null, counts: false }, now);
  if (!moved.ok) return moved;
  await noteTaken(tx, phase.attempt, 0);
  await putTask(tx, moved.value, now);
  return carriedOut(task.projectId, 1);
}
