import { groupFaults, type FaultGroup } from './fault-groups.ts';
import type { SceneIndex, TaskId } from './ids.ts';
import type { ProviderName } from './capabilities.ts';
import type { Kind } from './scene.ts';
import { isBeside, isOpen, speaksForScene, type Phase, type Task } from './task.ts';

/** Where a task stands, in words for people; they stand in `_locales` under `run_` and the name. */
export type RunPhase = 'needsYou' | 'generating' | 'saving' | 'preparing' | 'queued' | 'done' | 'failed';

/** Every place where a task of a run can stand, in the order in which they are told. */
export const RUN_PHASES: readonly RunPhase[] = [
  'needsYou',
  'generating',
  'saving',
  'preparing',
  'queued',
  'done',
  'failed',
];

/** A task of a run that has not ended. */
export interface RunTask {
  readonly id: TaskId;
  readonly index: SceneIndex;
  readonly kind: Kind;
  readonly provider: ProviderName;
  readonly phase: Exclude<RunPhase, 'done' | 'failed'>;
  /** Whether it stands ready for the user's press. */
  readonly isArmed: boolean;
  /** When its provider took it to work, ms since the epoch; null before. */
  readonly startedAt: number | null;
}

/** What was ordered since the film's queue was last empty, and how far it is. */
export interface Run {
  /** When its first batch was ordered, ms since the epoch. */
  readonly since: number;
  readonly counts: { readonly [P in RunPhase]: number };
  readonly total: number;
  readonly left: readonly RunTask[];
  readonly failures: readonly FaultGroup[];
}

/**
 * Tells of a film's tasks those that were ordered since a time, else since the oldest batch that is still at work; null
 * where there are none. What was cancelled is none of it, nor is a failure after which the scene was ordered anew.
 */
export function runOf(tasks: readonly Task[], known: number | null): Run | null {
  const since = known ?? oldestOpen(tasks);
  if (since === null) return null;
  const own = tasks.filter((task) => task.batchAt >= since && !isBeside(task.source));
  const told = own.flatMap((task) => {
    const phase = phaseOf(task, tasks);
    return phase === null ? [] : [{ task, phase }];
  });
  if (told.length === 0) return null;
  const count = (phase: RunPhase): number => told.filter((each) => each.phase === phase).length;
  return {
    since,
    counts: {
      needsYou: count('needsYou'),
      generating: count('generating'),
      saving: count('saving'),
      preparing: count('preparing'),
      queued: count('queued'),
      done: count('done'),
      failed: count('failed'),
    },
    total: told.length,
    left: told.flatMap(({ task, phase }) =>
      phase === 'done' || phase === 'failed' ? [] : [leftOf(task, phase)],
    ),
    failures: groupFaults(
      told.map(({ task: { sceneIndex, phase } }) => ({
        index: sceneIndex,
        fault: phase.state === 'failed' ? phase.fault : null,
      })),
    ),
  };
}

function oldestOpen(tasks: readonly Task[]): number | null {
  const open = tasks.filter(isOpen).map(({ batchAt }) => batchAt);
  return open.length === 0 ? null : Math.min(...open);
}

function phaseOf(task: Task, all: readonly Task[]): RunPhase | null {
  const { phase, sceneIndex, kind, sequence } = task;
  if (phase.state !== 'failed') return placeOf(phase);
  const isOld = all.some(
    (other) =>
      other.sceneIndex === sceneIndex &&
      other.kind === kind &&
      other.sequence > sequence &&
      speaksForScene(other),
  );
  return isOld ? null : 'failed';
}

function placeOf(phase: Phase): RunPhase | null {
  switch (phase.state) {
    case 'queued':
    case 'preparing':
    case 'saving':
    case 'done':
    case 'failed':
      return phase.state;
    case 'armed':
      return 'needsYou';
    case 'uncertain':
      return phase.lookUpAt === null ? 'needsYou' : 'preparing';
    case 'submitted':
      return 'generating';
    case 'cancelled':
      return null;
  }
}

function leftOf(task: Task, phase: RunTask['phase']): RunTask {
  const { id, sceneIndex, kind, provider, startedAt } = task;
  return { id, index: sceneIndex, kind, provider, phase, isArmed: task.phase.state === 'armed', startedAt };
}
