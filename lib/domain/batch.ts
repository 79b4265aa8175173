import type { Capabilities, CostUnit } from './capabilities.ts';
import type { Chosen } from './choices.ts';
import type { Fault } from './fault.ts';
import type { SceneIndex } from './ids.ts';
import type { AfterImages, Project } from './project.ts';
import type { Kind } from './scene.ts';
import { expectedMs, type Pace, type UsualMs } from './work-time.ts';

/** What a batch is asked for, of the whole film or of some scenes. */
export type BatchOrder = { readonly scenes?: readonly SceneIndex[] } & (
  | {
      readonly type: 'all';
      readonly kind: Kind;
      /** Whether scenes that have one get another take beside it; else only what is missing. */
      readonly again?: boolean;
    }
  | { readonly type: 'failed' }
);

/** Whether a batch is about a scene: what its sheet did not list is not started (L9). No list means every scene. */
export function listedIn(scenes: readonly SceneIndex[] | undefined): (index: SceneIndex) => boolean {
  const listed = scenes && new Set(scenes);
  return (index) => listed === undefined || listed.has(index);
}

/** Whether a batch of videos makes missing images alone, so that the user sees them before what costs more is made. */
export function waitsAfterImages({ afterImages, videoFrom }: Project, { price }: Capabilities): boolean {
  return afterImages === 'wait' && videoFrom === 'picture' && price.unit !== 'none';
}

/** A task that a batch would make; `fault` says why it cannot run, null where it can. */
export interface BatchItem {
  readonly index: SceneIndex;
  readonly kind: Kind;
  readonly fault: Fault | null;
  /** Whether it asks for what was paid already: it is neither pressed nor paid again (L8). */
  readonly isPaid: boolean;
  /** Whether its scene has a take of the kind picked, beside which this one is made. */
  readonly isAgain: boolean;
}

/** What is known before a batch that costs is started (L9). */
export interface Batch {
  readonly items: readonly BatchItem[];
  readonly unit: CostUnit;
  /** The last price seen in this film for an output of a kind; nothing where none was. */
  readonly prices: { readonly [K in Kind]?: number };
  /** What the account had left when it was last told; null where it was not. */
  readonly left: number | null;
  /** What each order is made with. */
  readonly chosen: { readonly image: Chosen; readonly video: Chosen };
  readonly needsPress: boolean;
  /** How long orders of each kind have taken in this film, and how many are made at one time. */
  readonly usual: UsualMs;
  readonly pace: Pace;
  /** What is done once missing images are there; null where none are missing, or there is nothing to wait for. */
  readonly afterImages: AfterImages | null;
}

/** What of a batch can run, and what it comes to. */
export interface BatchSum {
  readonly images: number;
  readonly videos: number;
  /** Those of them that are made beside a take that is there. */
  readonly again: number;
  readonly scenes: readonly SceneIndex[];
  /** Presses that it needs of the user. */
  readonly presses: number;
  /** Null where the price of a kind in it is not known. */
  readonly cost: number | null;
  /** Whether the account is known to have less than it costs. */
  readonly isTooDear: boolean;
  /** How long it takes at work, in ms, without the user's presses; null where the film has no history of it. */
  readonly timeMs: number | null;
}

/** Sums up what of a batch can run; with a kind only what it makes of that. */
export function sumOf(batch: Batch, only: Kind | null = null): BatchSum {
  const runs = batch.items.filter(({ fault, kind }) => fault === null && (only === null || kind === only));
  const paid = runs.filter(({ isPaid }) => !isPaid);
  const known = paid.flatMap(({ kind }) => {
    const price = batch.prices[kind];
    return price === undefined ? [] : [price * (kind === 'voice' ? 1 : batch.chosen[kind].outputs)];
  });
  const cost = known.length === paid.length ? known.reduce((sum, price) => sum + price, 0) : null;
  return {
    images: runs.filter(({ kind }) => kind === 'image').length,
    videos: runs.filter(({ kind }) => kind === 'video').length,
    again: runs.filter(({ isAgain }) => isAgain).length,
    scenes: [...new Set(runs.map(({ index }) => index))],
    presses: batch.needsPress ? paid.length : 0,
    cost,
    isTooDear: cost !== null && batch.left !== null && cost > batch.left,
    timeMs: expectedMs(
      paid.map(({ kind }) => ({ kind, elapsedMs: 0 })),
      batch.usual,
      batch.pace,
    ),
  };
}

/** The first scenes that the account has enough for; none where the price or what is left is not known. */
export function fittingScenes(batch: Batch): readonly SceneIndex[] {
  const { scenes } = sumOf(batch);
  const fits = (count: number): boolean => {
    const first = new Set(scenes.slice(0, count));
    const { cost, isTooDear } = sumOf({
      ...batch,
      items: batch.items.filter(({ index }) => first.has(index)),
    });
    return cost !== null && !isTooDear;
  };
  const most = scenes.findIndex((_, at) => !fits(at + 1));
  return scenes.slice(0, most === -1 ? scenes.length : most);
}
