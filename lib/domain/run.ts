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
  /** Without those that were stopped. */
  readonly total: number;
  /** Orders that were cancelled and not given anew. */
  readonly stopped: number;
  readonly left: readonly RunTask[];
  readonly failures: readonly FaultGroup[];
}

/**
 * Tells of a film's tasks those that were ordered since a time, else since the oldest batch that is still at work; null
 * where there are none. What was cancelled is counted apart; what failed or was cancelled and then ordered anew is none
 * of it.
 */
export function runOf(tasks: readonly Task[], known: number | null): Run | null {
  const since = known ?? oldestOpen(tasks);
  if (since === null) return null;
  const own = tasks.filter((task) => task.batchAt >= since && !isBeside(task.source));
  const newest = newestOrders(tasks);
  const isOld = (task: Task): boolean => (newest.get(orderKey(task)) ?? 0) > task.sequence;
  const told = own.flatMap((task) => {
    const phase = placeOf(task.phase);
    return phase === null || (phase === 'failed' && isOld(task)) ? [] : [{ task, phase }];
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
    stopped: own.filter((task) => task.phase.state === 'cancelled' && !isOld(task)).length,
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

/** The last order of each kind of each scene, by its sequence. */
function newestOrders(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const task of tasks.filter(speaksForScene)) {
    const key = orderKey(task);
    newest.set(key, Math.max(newest.get(key) ?? 0, task.sequence));
  }
  return newest;
}

function orderKey({ sceneIndex, kind }: Task): string {
  return `${sceneIndex} ${kind}`;
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
