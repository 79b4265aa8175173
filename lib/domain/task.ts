import type { AttemptId, Operation, ProjectId, SceneIndex, TakeNumber, TaskId } from './ids.ts';
import type { Output } from './attempt.ts';
import type { ProviderName } from './capabilities.ts';
import type { Fault } from './fault.ts';
import type { Json, Kind } from './scene.ts';
import type { Snapshot } from './snapshot.ts';

/** What must exist before a task can be prepared. */
export type Need =
  /** This scene's image pick. */
  | { readonly type: 'image-pick' }
  /** Another scene's video pick, for its last frame. */
  | { readonly type: 'video-pick'; readonly sceneIndex: SceneIndex };

/** A claim on a task until a time (ms since the epoch). */
export interface Lease {
  readonly until: number;
}

/** An order that the provider knows. */
export interface Placed {
  readonly attempt: AttemptId;
  readonly operation: Operation;
}

/** How Retry goes on after a failure, with all that it needs (L6, L8). */
export type Again =
  /** A new attempt. */
  | { readonly type: 'order' }
  /** Ask the provider about the same order. */
  | { readonly type: 'ask'; readonly placed: Placed }
  /** Download the same outputs. */
  | { readonly type: 'save'; readonly placed: Placed; readonly outputs: readonly Output[] }
  | { readonly type: 'no' };

/** What the user has changed by hand on the page where an order stands ready. */
export interface HandChange {
  /** The prompt there; null where it is the order's own. */
  readonly prompt: string | null;
  /** The user said that this prompt is what is ordered. */
  readonly isUsed: boolean;
  /** Seconds, as the page says; null where it says nothing. */
  readonly lengthS: number | null;
  /** Outputs, as the page says; null where it says nothing. */
  readonly count: number | null;
}

/** Where an order stands ready for the user's press. */
export interface Arming {
  /** The browser's number of the tab. */
  readonly tab: number;
  /** What the page says that the press will take; null where it says nothing. */
  readonly price: number | null;
  /** What the page holds, as the provider wrote it, who alone reads it. */
  readonly facts: Json;
  /** Null where the page holds what was prepared. */
  readonly hand: HandChange | null;
}

/** The states, each with what is true in it and nothing else. */
export interface Queued {
  readonly state: 'queued';
  /** Earliest start, ms since the epoch. */
  readonly notBefore: number;
  /** Null when nothing is missing. */
  readonly needs: Need | null;
  /** Set where the provider was already asked: the frozen inputs (L4). */
  readonly snapshot: Snapshot | null;
}
export interface Preparing {
  readonly state: 'preparing';
  readonly lease: Lease;
  readonly snapshot: Snapshot | null;
  /** Set once the intent is stored: from here on the order may have been sent. */
  readonly attempt: AttemptId | null;
}
export interface Armed extends Arming {
  readonly state: 'armed';
  readonly attempt: AttemptId;
  readonly since: number;
}
export interface Uncertain {
  readonly state: 'uncertain';
  readonly attempt: AttemptId;
  readonly since: number;
  /** Operations that could be this order; the user knows which. */
  readonly candidates: readonly Operation[];
  /** When to look it up; null when only the user can tell. */
  readonly lookUpAt: number | null;
}
export interface Submitted extends Placed {
  readonly state: 'submitted';
  /** When to ask next. */
  readonly pollAt: number;
  /** When to give up asking. */
  readonly deadline: number;
}
export interface Saving extends Placed {
  readonly state: 'saving';
  readonly outputs: readonly Output[];
  /** How long links may be asked for anew. */
  readonly deadline: number;
}
export interface Done {
  readonly state: 'done';
  readonly attempt: AttemptId;
  readonly takes: readonly TakeNumber[];
  readonly refused: readonly Fault[];
}
export interface Failed {
  readonly state: 'failed';
  /** Null where it failed before an intent. */
  readonly attempt: AttemptId | null;
  readonly fault: Fault;
  readonly again: Again;
}
/** A cancelled task keeps what it was; after submit that goes on underneath until it ends (L14). */
export interface Cancelled {
  readonly state: 'cancelled';
  readonly at: number;
  readonly from: Exclude<Phase, Cancelled>;
}

/** The states of a task, each with what is true in it and nothing else. */
export type Phase = Queued | Preparing | Armed | Uncertain | Submitted | Saving | Done | Failed | Cancelled;

/** What a task came from. */
export type TaskSource =
  /** Ordered in Retake. */
  | 'order'
  /** Start was pressed once more on an order's page: it stands beside its scene's own task. */
  | 'secondPress'
  /** Start was pressed for an order that had been taken back before anyone was told: it stands beside as well. */
  | 'takenBack'
  /** Ordered by the user on the service's page, and given to the scene. */
  | 'adopted';

/** What a task is in every state. Its scene never changes (L2). */
export interface TaskHead {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly kind: Kind;
  readonly provider: ProviderName;
  readonly source: TaskSource;
  /** Higher goes first; 0 unless the user moved it to the front of the queue. */
  readonly priority: number;
  /** When its batch was made; tasks of one batch share it. */
  readonly batchAt: number;
  /** Order of creation over all tasks, from 1. */
  readonly sequence: number;
  /** Position of its scene in the film, kept up while it is queued. */
  readonly position: number;
  /** Rises with each claim; a report of an older epoch moves nothing (L2). */
  readonly epoch: number;
  /** Free, transient failures so far; at most three tries go by themselves (L7). */
  readonly tries: number;
  /** When it entered its state, ms since the epoch. */
  readonly phaseAt: number;
  /** When its provider first took it to work; null before. Elapsed time counts from here. */
  readonly startedAt: number | null;
}

/** A durable order for one scene and kind. */
export type Task = TaskHead & { readonly phase: Phase };

/** Tells whether a task of that source stands beside its scene's own. */
export function isBeside(source: TaskSource): boolean {
  return source === 'secondPress' || source === 'takenBack';
}

/** Tells whether a task still stands between its scene and another task of its kind. */
export function isOpen({ source, phase }: Task): boolean {
  return !isBeside(source) && !isEnded(phase);
}

/** Tells whether a task speaks for its scene; one beside it does where its result is there and was not saved. */
export function speaksForScene({ source, phase }: Task): boolean {
  return !isBeside(source) || (phase.state === 'failed' && phase.again.type !== 'no');
}

/** Tells whether a phase moves no more by itself, but for what a cancelled one watches. */
export function isEnded(phase: Phase): boolean {
  return phase.state === 'done' || phase.state === 'failed' || phase.state === 'cancelled';
}

/** Tells whether a task may still bring something: it is open, or cancelled and watched (L14). */
export function isTaskInPlay({ phase }: Task): boolean {
  return !isEnded(phase) || (phase.state === 'cancelled' && !isEnded(phase.from));
}

/** Tells whether a provider is at work for a phase, so that it counts against the most at once. */
export function isAtWork(phase: Phase): boolean {
  if (phase.state === 'cancelled') return isAtWork(phase.from);
  return (
    phase.state === 'preparing' ||
    phase.state === 'armed' ||
    phase.state === 'submitted' ||
    phase.state === 'saving'
  );
}

/** Tells whether a phase is a claim that nothing was sent for yet. */
export function isPreparingUnsent(phase: Phase): boolean {
  return phase.state === 'preparing' && phase.attempt === null;
}

/** The attempt that may move a task; null where there is none. */
export function presentAttempt(phase: Phase): AttemptId | null {
  if (phase.state === 'cancelled') return presentAttempt(phase.from);
  return phase.state === 'queued' ? null : phase.attempt;
}

/** An alarm comes at most half a minute late: whoever asks later than this could not ask, as on a computer that slept. */
const ASLEEP_MS = 60_000;

/** When to give up asking: the time in which nobody could ask does not count. */
export function deadlineAt({ pollAt, deadline }: Submitted, now: number): number {
  const lateMs = now - pollAt;
  return lateMs < ASLEEP_MS ? deadline : deadline + lateMs;
}

/** When a phase must be looked at next, ms since the epoch; null where only an event moves it (L15). */
export function dueAt(phase: Phase): number | null {
  switch (phase.state) {
    case 'queued':
      return phase.needs === null ? phase.notBefore : null;
    case 'preparing':
      return phase.lease.until;
    case 'submitted':
      return Math.min(phase.pollAt, phase.deadline);
    case 'saving':
      return nextSave(phase.outputs);
    case 'uncertain':
      return phase.lookUpAt;
    case 'cancelled':
      return phase.from.state === 'queued' ? null : dueAt(phase.from);
    case 'armed':
    case 'done':
    case 'failed':
      return null;
  }
}

function nextSave(outputs: readonly Output[]): number {
  const times = outputs.flatMap((output) =>
    output.state === 'ref' || output.state === 'asset' ? [output.notBefore] : [],
  );
  return Math.min(...times);
}
