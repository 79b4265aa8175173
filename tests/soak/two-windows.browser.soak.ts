import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { atRest } from '../browser/stored-laws.ts';
import { openSecondWindow, showTheSame, workInBoth } from '../browser/two-windows.ts';
import { countOf } from './counts.ts';

const TIMES = countOf('TIMES', 200);
const SCENES = countOf('SCENES', 20);
const SEED = countOf('SEED', 1);

describe('[L1] [L10] two windows with a panel each', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it(`worked in at once ${TIMES} times leave every law whole and show the same`, async () => {
    await panel.shortFilm('Twice', SCENES);
    const windows = [panel, await openSecondWindow(panel)] as const;
    await workInBoth(windows, TIMES, SEED);
    const { broken, summary } = await atRest(panel, 600_000);
    console.log(`worked in two windows at once ${TIMES} times, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
    await showTheSame(windows);
  });
});
