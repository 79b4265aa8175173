import type { Batch, BatchItem, BatchMaker } from './batch.ts';
import type { SceneIndex } from './ids.ts';
import type { Kind } from './scene.ts';
import { expectedMs } from './work-time.ts';

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
  const pressed = new Set(batch.makers.flatMap(({ provider, needsPress }) => (needsPress ? [provider] : [])));
  const known = paid.flatMap(({ price, chosen }) => (price === null ? [] : [price * chosen.outputs]));
  const cost = known.length === paid.length ? known.reduce((sum, price) => sum + price, 0) : null;
  return {
    images: runs.filter(({ kind }) => kind === 'image').length,
    videos: runs.filter(({ kind }) => kind === 'video').length,
    again: runs.filter(({ isAgain }) => isAgain).length,
    scenes: [...new Set(runs.map(({ index }) => index))],
    presses: paid.filter(({ provider }) => pressed.has(provider)).length,
    cost,
    isTooDear: cost !== null && batch.left !== null && cost > batch.left,
    timeMs: longestOf(batch.makers.map((maker) => timeOf(paid, maker))),
  };
}

/** How long a provider is at work at its part; providers work beside each other. */
function timeOf(paid: readonly BatchItem[], { provider, usual, pace }: BatchMaker): number | null {
  const own = paid.filter((item) => item.provider === provider);
  return expectedMs(
    own.map(({ kind }) => ({ kind, elapsedMs: 0 })),
    usual,
    pace,
  );
}

function longestOf(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length < times.length ? null : Math.max(0, ...known);
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
