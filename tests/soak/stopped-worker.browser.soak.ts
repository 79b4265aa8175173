import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { atRest } from '../browser/stored-laws.ts';
import { stopAtRandom } from '../browser/worker-stops.ts';
import { countOf } from './counts.ts';

const STOPS = countOf('STOPS', 200);
const SCENES = countOf('SCENES', 40);
const SEED = countOf('SEED', 1);

describe('[L10] a worker that is stopped at random moments', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it(`${STOPS} times in a run of ${SCENES} scenes leaves every law whole`, async () => {
    await panel.shortFilm('Stopped', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    await stopAtRandom(panel, STOPS, SEED);
    const { broken, summary, attempts, takes, tasks } = await atRest(panel, 600_000);
    console.log(`worker stopped ${STOPS} times, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
    expect(attempts.filter(({ operation }) => operation !== null)).toHaveLength(takes.length);
  });
});
