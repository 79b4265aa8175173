import type { Attempt } from '../domain/attempt.ts';
import type { Fault } from '../domain/fault.ts';
import type { Arming, Task } from '../domain/task.ts';
import { getAttempt, putAttempt } from '../store/attempts.ts';
import { putSighting } from '../store/sightings.ts';
import type { WriteTx } from '../store/transaction.ts';
import { disarmStale, getStanding } from './hear-page.ts';
import { liftHold } from './holds.ts';
import { getFenced, moveTask } from './move-task.ts';
import { noteAsked, noteTaken } from './note-taken.ts';
import type { Submission } from './ports.ts';
import { settleFault, type Step } from './step.ts';
import { stopAtProvider } from './stop-at-provider.ts';

/** Hands an order to the provider and stores the answer before anything else happens (L5). */
export async function handOver(step: Step, attempt: Attempt, epoch: number): Promise<void> {
  const submission = await step.provider.submit(attempt);
  await step.store.write('strict', (tx) => storeAnswer(step, tx, attempt, epoch, submission));
  if (submission.type === 'accepted') await stopAtProvider(step.store, step.ports, attempt.taskId);
  if (submission.type === 'armed') await releaseUnmeant(step, attempt, submission.arming);
}

/** Cancelled or changed while its page was set up, it must not stand there for the user's press. */
async function releaseUnmeant(
  { store, ports, provider }: Step,
  { id }: Attempt,
  arming: Arming,
): Promise<void> {
  const standing = await store.read((tx) => getStanding(tx, provider.name));
  if (standing?.order.id !== id) await provider.release?.(arming).catch(ports.report);
}

async function storeAnswer(
  step: Step,
  tx: WriteTx,
  attempt: Attempt,
  epoch: number,
  submission: Submission,
): Promise<void> {
  const now = step.ports.clock();
  const fence = { taskId: attempt.taskId, epoch, attempt: attempt.id };
  switch (submission.type) {
    case 'accepted': {
      const { operation } = submission;
      const stored = await getAttempt(tx, attempt.id);
      // Its scene went with the emptied bin meanwhile: nobody waits for it any more.
      if (stored === null) return;
      await putAttempt(tx, { ...stored, operation });
      await liftHold(tx, step.provider.name);
      const pollAt = now + step.provider.pollEveryMs;
      const deadline = now + step.provider.deadlineMs;
      await moveTask(tx, fence, { type: 'accepted', operation, pollAt, deadline }, now);
      return;
    }
    case 'armed':
      await noteAsked(tx, attempt.id, submission.arming.price);
      await noteArming(step, tx, attempt, submission.arming);
      if ((await getFenced(tx, fence))?.phase.state !== 'preparing') return noteTaken(tx, attempt.id, 0);
      await moveTask(tx, fence, { type: 'armed', arming: submission.arming }, now);
      await disarmStale(tx, step.provider.name, now);
      return;
    case 'fault':
      await storeRefusal(step, tx, attempt, fence, submission);
  }
}

/** When its page is gone, this is what a look-up can ask by; a press that is told too late is known by it. */
async function noteArming({ provider }: Step, tx: WriteTx, { id }: Attempt, arming: Arming): Promise<void> {
  const stored = await getAttempt(tx, id);
  if (stored === null) return;
  await putAttempt(tx, { ...stored, arming });
  const sighting = provider.readied?.(stored, arming) ?? null;
  if (sighting !== null) await putSighting(tx, sighting);
}

async function storeRefusal(
  step: Step,
  tx: WriteTx,
  attempt: Attempt,
  fence: { readonly taskId: Task['id']; readonly epoch: number; readonly attempt: Attempt['id'] },
  { accepted, fault }: { readonly accepted: 'no' | 'maybe'; readonly fault: Fault },
): Promise<void> {
  const task = await getFenced(tx, fence);
  if (task === null) return;
  if (accepted === 'no') {
    await noteTaken(tx, attempt.id, 0);
    // Where the user presses, nothing is frozen before the press: an edit or another choice made meanwhile counts (L4).
    const frozen = step.provider.capabilities.needsPress ? null : attempt.snapshot;
    return settleFault(step, tx, task, fence, fault, frozen, attempt.snapshot);
  }
  const now = step.ports.clock();
  await moveTask(tx, fence, { type: 'doubted', candidates: [], lookUpAt: now }, now);
}
