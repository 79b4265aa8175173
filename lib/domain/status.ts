import type { SceneIndex, TakeNumber } from './ids.ts';
import type { Fault } from './fault.ts';
import { factsOf } from './fault.ts';
import type { Kind, Picks } from './scene.ts';
import { isPreparingUnsent, type Phase, type Task } from './task.ts';

/** The one status of a card; its words stand in `_locales` under `status_` and the name. */
export type StatusName =
  | 'notGenerated'
  | 'imageReady'
  | 'queued'
  | 'waitingForImage'
  | 'waitingForScene'
  | 'preparing'
  | 'pressStart'
  | 'generating'
  | 'saving'
  | 'done'
  | 'newTake'
  | 'failed'
  | 'cancelled'
  | 'notSure'
  | 'needsYou';

/** What colour and place a status has: needs you, at work, failed, waiting, something new, ready, nothing. */
export type StatusTone = 'needs' | 'work' | 'failed' | 'waiting' | 'new' | 'ready' | 'empty';

/** Worst first: what stands for several scenes has the worst of their states. */
const WORST: readonly StatusTone[] = ['needs', 'failed', 'work', 'waiting', 'new', 'empty', 'ready'];

/** The worst state among scenes: needs you, failed, at work, waiting, something new, nothing yet, ready. */
export function worstTone(scenes: readonly { readonly tone: StatusTone }[]): StatusTone {
  return WORST.find((each) => scenes.some(({ tone }) => tone === each)) ?? 'empty';
}

/** A card's status. */
export interface Status {
  readonly name: StatusName;
  readonly tone: StatusTone;
  /** The kind that it is about; null where it is about the whole scene. */
  readonly kind: Kind | null;
  /** The task that it is about; null where it is about takes. */
  readonly task: Task | null;
  /** For `waitingForScene`: which one. */
  readonly scene: SceneIndex | null;
  /** `Last try failed`: the newest task failed, but a picked take is there. */
  readonly lastTryFailed: boolean;
}

/** What a status is told from. */
export interface CardFacts {
  readonly picks: Picks;
  /** The newest task of each kind. */
  readonly tasks: { readonly [K in Kind]?: Task };
  /** Newest unpicked, unseen take of each kind that came while another was picked. */
  readonly fresh: { readonly [K in Kind]?: TakeNumber };
}

const ORDER: readonly Kind[] = ['video', 'image', 'voice'];

/** Tells the one status of a scene: needs you, at work, failed, queued or waiting, what it has. */
export function statusOf(facts: CardFacts): Status {
  const told = ORDER.flatMap((kind) => {
    const task = facts.tasks[kind];
    return task === undefined ? [] : [ofTask(task, facts.picks[kind] !== null)];
  });
  const lastTryFailed = ORDER.some(
    (kind) => facts.tasks[kind]?.phase.state === 'failed' && facts.picks[kind] !== null,
  );
  for (const tone of ['needs', 'work', 'failed', 'waiting'] as const) {
    const first = told.find((status) => status?.tone === tone);
    if (first) return { ...first, lastTryFailed };
  }
  return { ...ofTakes(facts), lastTryFailed };
}

function ofTask(task: Task, hasPick: boolean): Omit<Status, 'lastTryFailed'> | null {
  const of = (name: StatusName, tone: StatusTone, scene: SceneIndex | null = null) => ({
    name,
    tone,
    scene,
    kind: task.kind,
    task,
  });
  const { phase } = task;
  switch (phase.state) {
    case 'queued':
      if (phase.needs?.type === 'image-pick') return of('waitingForImage', 'waiting');
      if (phase.needs?.type === 'video-pick') return of('waitingForScene', 'waiting', phase.needs.sceneIndex);
      return of('queued', 'waiting');
    case 'preparing':
      return of('preparing', 'work');
    case 'armed':
      return of('pressStart', 'needs');
    case 'uncertain':
      return phase.lookUpAt === null ? of('notSure', 'needs') : of('preparing', 'work');
    case 'submitted':
      return of('generating', 'work');
    case 'saving':
      return of('saving', 'work');
    case 'failed':
      return hasPick ? null : of('failed', 'failed');
    case 'done':
    case 'cancelled':
      return null;
  }
}

function ofTakes(facts: CardFacts): Omit<Status, 'lastTryFailed'> {
  const of = (name: StatusName, tone: StatusTone, kind: Kind | null, task: Task | null = null) => ({
    name,
    tone,
    kind,
    task,
    scene: null,
  });
  const fresh = ORDER.find((kind) => facts.fresh[kind] !== undefined);
  if (fresh !== undefined) return of('newTake', 'new', fresh);
  if (facts.picks.video !== null) return of('done', 'ready', null);
  if (facts.picks.image !== null) return of('imageReady', 'ready', null);
  const cancelled = ORDER.map((kind) => facts.tasks[kind]).find((task) => task?.phase.state === 'cancelled');
  if (cancelled !== undefined) return of('cancelled', 'empty', cancelled.kind, cancelled);
  return of('notGenerated', 'empty', null);
}

/** Whether cancelling a phase is free, or only stops the waiting (L14). */
export function cancelIsFree(phase: Phase): boolean {
  return phase.state === 'queued' || phase.state === 'armed' || isPreparingUnsent(phase);
}

/** The fault that a card explains; null where there is none. */
export function faultOf(status: Status): Fault | null {
  return status.task?.phase.state === 'failed' ? status.task.phase.fault : null;
}

/** What a failed card offers first. */
export function helpFor(fault: Fault, inputsChanged: boolean): 'retry' | 'prompt' | 'picture' {
  const { helps } = factsOf(fault);
  if (inputsChanged) return 'retry';
  return helps === 'prompt' || helps === 'picture' ? helps : 'retry';
}
