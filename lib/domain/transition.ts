import type { AssetId, AttemptId, Operation, TakeNumber } from './ids.ts';
import type { Output } from './attempt.ts';
import type { Fault } from './fault.ts';
import { fail, ok, type Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';
import {
  deadlineAt,
  type Again,
  type Arming,
  type Cancelled,
  type Lease,
  type Phase,
  type Saving,
  type Task,
} from './task.ts';

/** What can happen to a task. */
export type TaskEvent =
  | { readonly type: 'claimed'; readonly lease: Lease }
  | { readonly type: 'intended'; readonly attempt: AttemptId; readonly snapshot: Snapshot }
  | {
      readonly type: 'accepted';
      readonly operation: Operation;
      readonly pollAt: number;
      readonly deadline: number;
    }
  | { readonly type: 'armed'; readonly arming: Arming }
  /** The page holds something else now, or the user says what of it counts. */
  | { readonly type: 'changed'; readonly arming: Arming }
  /** Nothing was sent, or the provider says it ended free and transient: back into the queue. */
  | {
      readonly type: 'returned';
      readonly notBefore: number;
      readonly snapshot: Snapshot | null;
      /** Whether it used up one of the tries that go by themselves (L7); a hold or a dead worker does not. */
      readonly counts: boolean;
    }
  /** It may or may not have been sent. */
  | {
      readonly type: 'doubted';
      readonly candidates: readonly Operation[];
      readonly lookUpAt: number | null;
    }
  | { readonly type: 'polled'; readonly pollAt: number }
  | { readonly type: 'produced'; readonly refs: readonly string[] }
  | { readonly type: 'postponed'; readonly output: number; readonly notBefore: number }
  | { readonly type: 'fetched'; readonly output: number; readonly assetId: AssetId }
  | { readonly type: 'refused'; readonly output: number; readonly fault: Fault }
  | { readonly type: 'taken'; readonly output: number; readonly take: TakeNumber }
  | { readonly type: 'expired'; readonly pollAt: number }
  | { readonly type: 'failed'; readonly fault: Fault; readonly again: Again }
  | { readonly type: 'cancelled' }
  | { readonly type: 'restored' }
  /** The user wants another go: a new attempt has the frozen `snapshot`, asking again has the `deadline`. */
  | { readonly type: 'retried'; readonly snapshot: Snapshot | null; readonly deadline: number }
  | { readonly type: 'freed' };

type Move = Result<Phase, Fault>;

/**
 * Moves a task by one event at a time `now` (ms since the epoch). Pure and total: an event that does not fit
 * its state answers the fault `NotNow` and moves nothing. What a cancelled task had ordered goes on
 * underneath; the task stays cancelled (L14).
 */
export function transition(task: Task, event: TaskEvent, now: number): Result<Task, Fault> {
  const moved = move(task.phase, event, now);
  if (!moved.ok) return moved;
  const phase = moved.value;
  const claimed = event.type === 'claimed';
  const failedFreely = event.type === 'returned' && event.counts;
  return ok({
    ...task,
    phase,
    epoch: claimed ? task.epoch + 1 : task.epoch,
    tries: event.type === 'retried' ? 0 : failedFreely ? task.tries + 1 : task.tries,
    phaseAt: phase.state === task.phase.state ? task.phaseAt : now,
    startedAt: claimed ? now : phase.state === 'queued' ? null : task.startedAt,
  });
}

function move(phase: Phase, event: TaskEvent, now: number): Move {
  switch (phase.state) {
    case 'queued':
      if (event.type === 'claimed' && phase.needs === null)
        return ok({ state: 'preparing', lease: event.lease, snapshot: phase.snapshot, attempt: null });
      if (event.type === 'freed') return ok({ ...phase, needs: null });
      break;
    case 'preparing':
      if (event.type === 'intended' && phase.attempt === null)
        return ok({ ...phase, attempt: event.attempt, snapshot: event.snapshot });
      if (event.type === 'accepted' && phase.attempt !== null)
        return ok(submitted(phase.attempt, event.operation, event.pollAt, event.deadline));
      if (event.type === 'armed' && phase.attempt !== null)
        return ok({ state: 'armed', attempt: phase.attempt, ...event.arming, since: now });
      if (event.type === 'doubted' && phase.attempt !== null) return ok(uncertain(phase.attempt, event, now));
      break;
    case 'armed':
      if (event.type === 'changed') return ok({ ...phase, ...event.arming });
      if (event.type === 'accepted')
        return ok(submitted(phase.attempt, event.operation, event.pollAt, event.deadline));
      if (event.type === 'doubted') return ok(uncertain(phase.attempt, event, now));
      break;
    case 'uncertain':
      if (event.type === 'accepted')
        return ok(submitted(phase.attempt, event.operation, event.pollAt, event.deadline));
      if (event.type === 'doubted')
        return ok({ ...uncertain(phase.attempt, event, now), since: phase.since });
      break;
    case 'submitted':
      if (event.type === 'polled')
        return ok({ ...phase, pollAt: event.pollAt, deadline: deadlineAt(phase, now) });
      if (event.type === 'produced' && event.refs.length > 0)
        return ok({
          state: 'saving',
          attempt: phase.attempt,
          operation: phase.operation,
          deadline: phase.deadline,
          outputs: event.refs.map((ref) => ({ state: 'ref', ref, tries: 0, notBefore: 0 })),
        });
      break;
    case 'saving':
      return save(phase, event, now);
    case 'failed':
      if (event.type === 'retried') return retry(phase.again, event.snapshot, event.deadline, now);
      break;
    case 'cancelled':
      return moveCancelled(phase, event, now);
    case 'done':
      break;
  }
  return leave(phase, event, now);
}

/** The ways out that several open states share. */
function leave(phase: Exclude<Phase, Cancelled>, event: TaskEvent, now: number): Move {
  const ended = phase.state === 'done' || phase.state === 'failed';
  if (ended) return notNow(phase, event);
  if (event.type === 'cancelled') return ok({ state: 'cancelled', at: now, from: unsent(phase, now) });
  if (event.type === 'failed') {
    const attempt = phase.state === 'queued' ? null : phase.attempt;
    return ok({ state: 'failed', attempt, fault: event.fault, again: event.again });
  }
  const returns = phase.state !== 'queued' && phase.state !== 'saving';
  if (event.type === 'returned' && returns)
    return ok({ state: 'queued', notBefore: event.notBefore, needs: null, snapshot: event.snapshot });
  return notNow(phase, event);
}

/** What nobody has sent yet is dropped with the cancel, so that nothing is ordered any more (L14). */
function unsent(phase: Exclude<Phase, Cancelled>, now: number): Exclude<Phase, Cancelled> {
  if (phase.state === 'armed') return { state: 'queued', notBefore: now, needs: null, snapshot: null };
  if (phase.state !== 'preparing' || phase.attempt !== null) return phase;
  return { state: 'queued', notBefore: now, needs: null, snapshot: phase.snapshot };
}

function save(phase: Saving, event: TaskEvent, now: number): Move {
  switch (event.type) {
    case 'postponed': {
      const output = phase.outputs[event.output];
      if (output?.state !== 'ref' && output?.state !== 'asset') return notNow(phase, event);
      const later = { ...output, tries: output.tries + 1, notBefore: event.notBefore };
      return ok(withOutput(phase, event.output, later));
    }
    case 'fetched':
      if (phase.outputs[event.output]?.state !== 'ref') return notNow(phase, event);
      return ok(withOutput(phase, event.output, assetOutput(event.assetId)));
    case 'taken':
      if (phase.outputs[event.output]?.state !== 'asset') return notNow(phase, event);
      return ok(settle(withOutput(phase, event.output, { state: 'take', take: event.take })));
    case 'refused': {
      const state = phase.outputs[event.output]?.state;
      if (state !== 'ref' && state !== 'asset') return notNow(phase, event);
      return ok(settle(withOutput(phase, event.output, { state: 'fault', fault: event.fault })));
    }
    case 'expired':
      return ok(submitted(phase.attempt, phase.operation, event.pollAt, phase.deadline));
    default:
      return leave(phase, event, now);
  }
}

/** The last output to be settled ends the task; one take is enough (L12). */
function settle(phase: Saving): Exclude<Phase, Cancelled> {
  if (phase.outputs.some((output) => output.state === 'ref' || output.state === 'asset')) return phase;
  const takes = phase.outputs.flatMap((output) => (output.state === 'take' ? [output.take] : []));
  const refused = phase.outputs.flatMap((output) => (output.state === 'fault' ? [output.fault] : []));
  const first = refused[0];
  if (takes.length > 0 || first === undefined) {
    return { state: 'done', attempt: phase.attempt, takes, refused };
  }
  return { state: 'failed', attempt: phase.attempt, fault: first, again: { type: 'order' } };
}

function retry(again: Again, snapshot: Snapshot | null, deadline: number, now: number): Move {
  switch (again.type) {
    case 'order':
      return ok({ state: 'queued', notBefore: now, needs: null, snapshot });
    case 'ask':
      return ok(submitted(again.placed.attempt, again.placed.operation, now, deadline));
    case 'save':
      return ok({ state: 'saving', ...again.placed, outputs: again.outputs, deadline });
    case 'no':
      return fail({ type: 'NotNow', state: 'failed', event: 'retried' });
  }
}

function moveCancelled(phase: Cancelled, event: TaskEvent, now: number): Move {
  if (event.type === 'restored') return ok(phase.from);
  if (event.type === 'cancelled' || event.type === 'retried' || phase.from.state === 'queued') {
    return notNow(phase, event);
  }
  const under = move(phase.from, event, now);
  if (!under.ok || under.value.state === 'cancelled') return under;
  return ok({ ...phase, from: under.value });
}

function submitted(attempt: AttemptId, operation: Operation, pollAt: number, deadline: number): Phase {
  return { state: 'submitted', attempt, operation, pollAt, deadline };
}

function uncertain(
  attempt: AttemptId,
  event: { readonly candidates: readonly Operation[]; readonly lookUpAt: number | null },
  since: number,
): Extract<Phase, { state: 'uncertain' }> {
  const { candidates, lookUpAt } = event;
  return { state: 'uncertain', attempt, since, candidates, lookUpAt };
}

function withOutput(phase: Saving, index: number, output: Output): Saving {
  return { ...phase, outputs: phase.outputs.with(index, output) };
}

function assetOutput(assetId: AssetId): Output {
  return { state: 'asset', assetId, tries: 0, notBefore: 0 };
}

function notNow(phase: Phase, event: TaskEvent): Move {
  return fail({ type: 'NotNow', state: phase.state, event: event.type });
}
