import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { untilNotices } from '../browser/random-moments.ts';
import { atRest } from '../browser/stored-laws.ts';
import { seeded } from '../fakes/studio.ts';
import { countOf } from './counts.ts';

const SLEEPS = countOf('SLEEPS', 12);
const SCENES = countOf('SCENES', 8);
const SEED = countOf('SEED', 1);
const AN_HOUR_MS = 3_600_000;

describe('[L10] a computer that sleeps', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it(`${SLEEPS} times for hours in the middle of the work wakes to go on`, async () => {
    const random = seeded(SEED);
    await panel.shortFilm('Asleep', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    let clockOffsetMs = 0;
    for (let sleep = 0; sleep < SLEEPS; sleep++) {
      await untilNotices(panel, Math.floor(random() * 20));
      clockOffsetMs += Math.ceil(random() * 9 * AN_HOUR_MS);
      await panel.setFaultPlan({ clockOffsetMs });
      // A long sleep mostly ends the worker as well.
      if (random() < 0.5) await panel.stopWorker();
      await panel.wake();
    }
    const { broken, summary, takes, attempts } = await atRest(panel, 300_000);
    const hours = Math.round(clockOffsetMs / AN_HOUR_MS);
    console.log(`asleep ${SLEEPS} times, ${hours} hours in all, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
    const scenesDone = new Set(
      takes.filter(({ kind }) => kind === 'video').map(({ sceneIndex }) => sceneIndex),
    );
    expect(scenesDone.size).toBe(SCENES);
    expect(attempts.filter(({ operation }) => operation !== null).length).toBeGreaterThanOrEqual(
      takes.length,
    );
  });
});
