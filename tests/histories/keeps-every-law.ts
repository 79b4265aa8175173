import { expect, it } from 'vitest';
import { runHistories, wordsOf, type Start } from './run-histories.ts';

/** Of 2,400 in all, and a million in the soak: four files, so that they are played on several cores at once. */
const COUNT = 600;

/** Plays the histories of a seed: whoever dies and whatever a service does, no law is broken. */
export function keepsEveryLaw(start: Start): void {
  it(`[L1 – L16] ${COUNT} random histories from seed ${start.seed} break no law`, async () => {
    const { played, failure } = await runHistories(start, COUNT);
    expect(failure === null ? 'none' : wordsOf(failure)).toBe('none');
    expect(played).toBe(COUNT);
  }, 1_200_000);
}
