import { factsOf } from '../domain/fault.ts';
import { deadlineAt, type Submitted, type Task } from '../domain/task.ts';
import type { WriteTx } from '../store/transaction.ts';
import { holdProvider, liftHold } from './holds.ts';
import { orderOf } from './order-of.ts';
import { fenceOf, moveTask } from './move-task.ts';
import type { Poll } from './ports.ts';
import { failTask, settleFault, type Step } from './step.ts';

/** Asks the provider about an order at work and stores what it says. */
export async function follow(step: Step, task: Task, phase: Submitted): Promise<void> {
  const order = await orderOf(step, task, phase.attempt);
  if (order === null) return;
  const poll = await step.provider.poll(phase.operation, order);
  await step.store.write('relaxed', async (tx) => {
    const now = step.ports.clock();
    const goesOn = poll.type === 'working' || poll.type === 'fault';
    if (goesOn && now >= deadlineAt(phase, now)) {
      const again = { type: 'ask', placed: { attempt: phase.attempt, operation: phase.operation } } as const;
      await failTask(tx, fenceOf(task), { type: 'DeadlinePassed' }, again, now);
    } else {
      await storePoll(step, tx, task, poll, now);
      if (poll.type === 'ended') await settleFault(step, tx, task, fenceOf(task), poll.fault, order.snapshot);
    }
  });
}

async function storePoll(step: Step, tx: WriteTx, task: Task, poll: Poll, now: number): Promise<void> {
  const { name, pollEveryMs } = step.provider;
  const fence = fenceOf(task);
  switch (poll.type) {
    case 'working':
      await liftHold(tx, name);
      await moveTask(tx, fence, { type: 'polled', pollAt: now + (poll.againInMs ?? pollEveryMs) }, now);
      return;
    case 'produced':
      await liftHold(tx, name);
      await moveTask(tx, fence, { type: 'produced', refs: poll.refs }, now);
      return;
    case 'fault':
      if (factsOf(poll.fault).holds) await holdProvider(tx, name, poll.fault, now);
      await moveTask(tx, fence, { type: 'polled', pollAt: now + pollEveryMs }, now);
      return;
    case 'ended':
      return;
  }
}
