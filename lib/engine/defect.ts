import type { Fault } from '../domain/fault.ts';
import type { Again, Task } from '../domain/task.ts';
import { isQuotaError } from '../store/assets.ts';
import { isClosedError } from '../store/closed-store.ts';
import { getTask } from '../store/tasks.ts';
import type { Store } from '../store/transaction.ts';
import { holdProvider } from './holds.ts';
import { fenceOf } from './move-task.ts';
import type { EnginePorts } from './ports.ts';
import { takeOver } from './recover.ts';
import { failTask } from './step.ts';

/** A step threw: the task fails with a named fault, so that it is neither lost nor tried for ever (L13). */
export async function settleDefect(
  store: Store,
  ports: EnginePorts,
  task: Task | undefined,
  defect: unknown,
): Promise<void> {
  ports.report(defect);
  if (task === undefined) return;
  await store.write('relaxed', async (tx) => {
    const present = await getTask(tx, task.id);
    if (present === null || present.epoch !== task.epoch) return;
    const now = ports.clock();
    if (isQuotaError(defect)) await holdProvider(tx, task.provider, { type: 'StorageFull' }, now);
    else if (isUnanswered(present)) await takeOver(tx, present, now);
    // Nothing was written and nothing is wrong with the order: it is due as it was, over a connection that is new.
    else if (isClosedError(defect)) return;
    else await failTask(tx, fenceOf(present), faultOf(defect), againOf(present), now);
  });
}

/** A claim whose answer is missing may have been sent: it is looked up and never just failed (L6). */
function isUnanswered({ phase }: Task): boolean {
  return (phase.state === 'cancelled' ? phase.from : phase).state === 'preparing';
}

function againOf({ phase }: Task): Again {
  const at = phase.state === 'cancelled' ? phase.from : phase;
  if (at.state === 'submitted') {
    return { type: 'ask', placed: { attempt: at.attempt, operation: at.operation } };
  }
  if (at.state === 'saving') {
    return {
      type: 'save',
      placed: { attempt: at.attempt, operation: at.operation },
      outputs: at.outputs,
    };
  }
  return { type: 'order' };
}

function faultOf(defect: unknown): Fault {
  return { type: 'Internal', words: defect instanceof Error ? defect.message : String(defect) };
}
