import { seeded } from '../fakes/studio.ts';
import type { Panel } from './panel.ts';
import { untilNotices } from './random-moments.ts';

const AN_HOUR_MS = 3_600_000;
const MOST_NOTICES = 20;

/** Lets the computer sleep for hours, this many times while a film is made; answers how long in all, in ms. */
export async function sleepAtRandom(panel: Panel, sleeps: number, seed: number): Promise<number> {
  const random = seeded(seed);
  let clockOffsetMs = 0;
  for (let sleep = 0; sleep < sleeps; sleep++) {
    await untilNotices(panel, Math.floor(random() * MOST_NOTICES));
    clockOffsetMs += Math.ceil(random() * 9 * AN_HOUR_MS);
    await panel.setFaultPlan({ clockOffsetMs });
    // A long sleep mostly ends the worker as well.
    if (random() < 0.5) await panel.stopWorker();
    await panel.wake();
  }
  return clockOffsetMs;
}
