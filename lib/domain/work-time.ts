import type { ProviderName } from './capabilities.ts';
import type { Kind } from './scene.ts';
import type { Task } from './task.ts';

/** What of the past counts: a service is sometimes slower than it was. */
const NEWEST = 15;

/** How long orders of each kind usually take, in ms; nothing of a kind where the film has none yet. */
export type UsualMs = { readonly [K in Kind]?: number };

/** The median time that a provider took for a film's newest orders of each kind that came to a take. */
export function usualMs(tasks: readonly Task[], provider: ProviderName): UsualMs {
  const usual: { [K in Kind]?: number } = {};
  for (const kind of ['image', 'video', 'voice'] as const) {
    const made = tasks
      .filter((task) => task.kind === kind && task.provider === provider && task.phase.state === 'done')
      .toSorted((a, b) => b.phaseAt - a.phaseAt)
      .flatMap(({ phaseAt, startedAt }) => (startedAt === null ? [] : [phaseAt - startedAt]));
    const median = medianOf(made.slice(0, NEWEST));
    if (median !== null) usual[kind] = median;
  }
  return usual;
}

/** Work that is still to be done: its kind, and for how long it has been at work, in ms. */
export interface WorkLeft {
  readonly kind: Kind;
  readonly elapsedMs: number;
}

/** How a provider takes orders: how many at one time, and how long after one another, in ms. */
export interface Pace {
  readonly atOnce: number;
  readonly paceMs: number;
}

/** How long work lasts by a film's own history, in ms; null where there is none of a kind in it. */
export function expectedMs(
  work: readonly WorkLeft[],
  usual: UsualMs,
  { atOnce, paceMs }: Pace,
): number | null {
  const left: number[] = [];
  for (const { kind, elapsedMs } of work) {
    const whole = usual[kind];
    if (whole === undefined) return null;
    left.push(Math.max(0, whole - elapsedMs));
  }
  const together = left.reduce((sum, ms) => sum + ms, 0) / Math.max(1, Math.min(atOnce, left.length));
  return Math.max(together, 0, ...left, (left.length - 1) * paceMs);
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
