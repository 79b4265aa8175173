import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { sleepAtRandom } from '../browser/sleeps.ts';
import { atRest } from '../browser/stored-laws.ts';
import { countOf } from './counts.ts';

const SLEEPS = countOf('SLEEPS', 12);
const SCENES = countOf('SCENES', 8);
const SEED = countOf('SEED', 1);

describe('[L10] a computer that sleeps', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it(`${SLEEPS} times for hours in the middle of the work wakes to go on`, async () => {
    await panel.shortFilm('Asleep', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    const sleptMs = await sleepAtRandom(panel, SLEEPS, SEED);
    const { broken, summary, takes, attempts } = await atRest(panel, 300_000);
    const hours = Math.round(sleptMs / 3_600_000);
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
