import { seeded } from '../fakes/studio.ts';
import type { PanelOnProfile } from './panel-on-profile.ts';
import { untilNotices } from './random-moments.ts';
import { keepBusy } from './worker-stops.ts';

/** About what three tasks tell from their claim to their take: a start is dear, so that each life does some work. */
const MOST_NOTICES = 36;

/** Kills the whole browser this many times while a film is made, each time at a random moment of the work. */
export async function killAtRandom(living: PanelOnProfile, kills: number, seed: number): Promise<void> {
  const random = seeded(seed);
  for (let kill = 0; kill < kills; kill++) {
    await keepBusy(living.panel, random);
    await untilNotices(living.panel, Math.floor(random() * MOST_NOTICES));
    await living.killAndOpen();
  }
}
