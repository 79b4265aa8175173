import * as fc from 'fast-check';
import { history, type History } from './deed.ts';
import { playHistory } from './play-history.ts';

/** Where a run of histories begins; a counterexample names the seed and path that play it again. */
export interface Start {
  readonly seed: number;
  readonly path?: string;
}

/** What a run came to. */
export interface Outcome {
  readonly played: number;
  /** Null where every law held; else the smallest history that breaks one, and how to play it again. */
  readonly failure: {
    readonly laws: string;
    readonly replay: string;
    readonly history: History | null;
  } | null;
}

class BrokenLaws extends Error {
  override readonly name = 'BrokenLaws';
}

/** Plays so many histories, drawn from a seed, until one breaks a law; that one is made small unless nobody reads it. */
export async function runHistories(
  { seed, path }: Start,
  count: number,
  shrinking: 'shrinking' | 'no shrinking' = 'shrinking',
): Promise<Outcome> {
  const property = fc.asyncProperty(history, async (drawn) => {
    const broken = await playHistory(drawn);
    if (broken.length > 0) throw new BrokenLaws(broken.join('\n'));
  });
  const from = path === undefined ? { seed } : { seed, path };
  const endOnFailure = shrinking === 'no shrinking' || path !== undefined;
  const run = await fc.check(property, { ...from, numRuns: count, endOnFailure });
  if (!run.failed) return { played: run.numRuns, failure: null };
  const error = run.errorInstance;
  const laws =
    error instanceof BrokenLaws ? error.message : error instanceof Error ? `${error.stack}` : String(error);
  const replay = JSON.stringify({ seed: run.seed, path: run.counterexamplePath });
  return { played: run.numRuns, failure: { laws, replay, history: run.counterexample?.[0] ?? null } };
}

/** A failure as people read it. */
export function wordsOf({ laws, replay, history: smallest }: NonNullable<Outcome['failure']>): string {
  return `${laws}\n\n${JSON.stringify(smallest, null, 1)}\n\nREPLAY='${replay}' npm run soak`;
}
