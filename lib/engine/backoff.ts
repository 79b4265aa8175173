import { factsOf, type Fault } from '../domain/fault.ts';
import type { Random } from '../domain/ids.ts';

/** Tries that go by themselves: the first and two more (L7). */
export const MOST_TRIES = 3;

const FIRST_WAIT_MS = 2_000;

/** How long to wait before the next try, in ms: 2 s, 4 s, 8 s … each between half and the whole of it (jitter). */
export function backoffMs(tries: number, random: Random): number {
  return Math.round(FIRST_WAIT_MS * 2 ** tries * (0.5 + random() / 2));
}

/** Whether a fault may be tried again without asking: proven free, transient, and tries are left (L7). */
export function retriesByItself(fault: Fault, tries: number): boolean {
  const { transient, charged } = factsOf(fault);
  return transient && charged === 'no' && tries + 1 < MOST_TRIES;
}
