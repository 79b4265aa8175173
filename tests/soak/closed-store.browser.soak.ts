import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { atRest } from '../browser/stored-laws.ts';
import { closeAtRandom } from '../browser/store-closings.ts';
import { countOf } from './counts.ts';

const CLOSINGS = countOf('CLOSINGS', 40);
const SCENES = countOf('SCENES', 20);
const SEED = countOf('SEED', 1);

describe('[L10] a store that the browser closes under us', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it(`${CLOSINGS} times in a run of ${SCENES} scenes is opened again, and every law holds`, async () => {
    await panel.shortFilm('Closed', SCENES);
    await panel.menu('Menu', 'Generate all videos');
    await closeAtRandom(panel, CLOSINGS, SEED);
    const { broken, summary, tasks } = await atRest(panel, 600_000);
    console.log(`store closed by the browser ${CLOSINGS} times, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
    // The panel, whose connection was closed as well, shows what became of it.
    await expect.poll(() => panel.status(1), { timeout: 60_000 }).toMatch(/^(Done|New take)$/);
  });
});
