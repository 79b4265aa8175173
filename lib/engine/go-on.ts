import type { Task } from '../domain/task.ts';
import { follow } from './follow.ts';
import { lookUp } from './look-up.ts';
import { takeOver } from './recover.ts';
import { save } from './save.ts';
import type { Step } from './step.ts';

/** The one next step of a task, by its state; a cancelled one goes on underneath (L14). */
export async function goOn(step: Step, task: Task): Promise<void> {
  const phase = task.phase.state === 'cancelled' ? task.phase.from : task.phase;
  switch (phase.state) {
    case 'submitted':
      return follow(step, task, phase);
    case 'saving':
      return save(step, task, phase);
    case 'uncertain':
      return lookUp(step, task, phase);
    case 'preparing':
      await step.store.write('relaxed', (tx) => takeOver(tx, task, step.ports.clock()));
      return;
    case 'queued':
    case 'armed':
    case 'done':
    case 'failed':
      return;
  }
}
