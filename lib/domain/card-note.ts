import { capabilitiesOf } from './capabilities.ts';
import type { Card } from './card.ts';
import type { Status } from './status.ts';
import { faultOf } from './status.ts';
import { factsOf, retryMayCharge, type Fault, type FaultHelp } from './fault.ts';
import { KINDS } from './scene.ts';
import { keysOver, stands, stopsOnlyOrders, type HeldOrder, type Hold } from './hold.ts';
import { isEnded, type Task } from './task.ts';

/** Something to know about a scene beside its status. */
export type CardNote =
  /** It failed: with what, whether it cost something, whether another go may, and what helps. */
  | {
      readonly type: 'fault';
      readonly fault: Fault;
      readonly charged: 'no' | 'maybe';
      readonly retryMayCharge: boolean;
      /** `changed`: the inputs are other ones now, so Retry orders anew. */
      readonly helps: FaultHelp | 'changed';
    }
  /** Nobody knows whether it was sent; says what the user can do. */
  | { readonly type: 'notSure' }
  /** The user presses Start on the service's page. */
  | { readonly type: 'pressStart' }
  /** Its provider is on hold; the banner says the rest. */
  | { readonly type: 'held'; readonly fault: Fault }
  | { readonly type: 'paused' }
  /** The waiting was stopped after it was sent. */
  | { readonly type: 'stopped' }
  | { readonly type: 'lastTryFailed'; readonly fault: Fault | null };

/** How the queue stands for every scene alike. */
export interface QueueState {
  readonly paused: boolean;
  readonly holds: readonly Hold[];
}

/** What there is to say about a scene at a time `now`, the most pressing first. */
export function cardNotes(
  { status, inputsChanged, facts, chosen }: Pick<Card, 'status' | 'inputsChanged' | 'facts' | 'chosen'>,
  queue: QueueState,
  now: number,
): readonly CardNote[] {
  const own = noteOf(status, inputsChanged);
  const waiting = queueNote(status, chosen, queue, now);
  return [
    ...(own === null ? [] : [own]),
    ...(waiting === null ? [] : [waiting]),
    ...(status.lastTryFailed ? [{ type: 'lastTryFailed', fault: failureIn(facts) } as const] : []),
  ];
}

/** Why the newest try of some kind failed. */
function failureIn({ tasks }: Card['facts']): Fault | null {
  const faults = KINDS.flatMap((kind) => {
    const phase = tasks[kind]?.phase;
    return phase?.state === 'failed' ? [phase.fault] : [];
  });
  return faults[0] ?? null;
}

function noteOf(status: Status, inputsChanged: boolean): CardNote | null {
  const fault = faultOf(status);
  if (fault !== null) {
    const { charged, helps } = factsOf(fault);
    const help = inputsChanged ? 'changed' : helps;
    return { type: 'fault', fault, charged, retryMayCharge: retryMayCharge(fault), helps: help };
  }
  if (status.name === 'notSure') return { type: 'notSure' };
  if (status.name === 'pressStart') return { type: 'pressStart' };
  const phase = status.task?.phase;
  const isOut = phase?.state === 'cancelled' && phase.from.state !== 'queued' && !isEnded(phase.from);
  return isOut ? { type: 'stopped' } : null;
}

/** A hold of a whole provider stops asking and saving as well; one of a model, and a pause, only what has not begun. */
function queueNote(
  { task, name }: Status,
  chosen: Card['chosen'],
  { paused, holds }: QueueState,
  now: number,
): CardNote | null {
  if (task === null || isEnded(task.phase)) return null;
  const keys = keysOver(orderOf(task, chosen), capabilitiesOf(task.provider)?.freeKinds ?? []);
  const over = holds.filter(({ provider, model }) => provider === task.provider && keys.includes(model));
  const isAtWork = task.phase.state === 'submitted' || task.phase.state === 'saving';
  const isWaiting = task.phase.state === 'queued' || task.phase.state === 'preparing';
  const isMeant = (hold: Hold): boolean =>
    stands(hold, now) && (hold.model === '' ? !(isAtWork && stopsOnlyOrders(hold)) : isWaiting);
  const hold = over.toSorted((a, b) => keys.indexOf(a.model) - keys.indexOf(b.model)).find(isMeant);
  if (hold !== undefined) return { type: 'held', fault: hold.fault };
  return paused && name === 'queued' ? { type: 'paused' } : null;
}

/** What was frozen is what would be ordered; until then it is what is chosen now (L4). */
function orderOf({ kind, phase }: Task, chosen: Card['chosen']): HeldOrder {
  const frozen = phase.state === 'queued' || phase.state === 'preparing' ? phase.snapshot : null;
  if (frozen !== null) return frozen;
  return { kind, model: kind === 'voice' ? null : chosen[kind].model };
}
