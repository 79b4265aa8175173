import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAtRandom } from '../browser/browser-kills.ts';
import { PanelOnProfile } from '../browser/panel-on-profile.ts';
import { atRest } from '../browser/stored-laws.ts';
import { countOf } from './counts.ts';

const KILLS = countOf('KILLS', 20);
const SCENES = countOf('SCENES', 40);
const SEED = countOf('SEED', 1);

describe('[L10] a browser that is killed at random moments', () => {
  let living: PanelOnProfile;
  beforeAll(async () => {
    living = await PanelOnProfile.open();
  });
  afterAll(() => living.close());

  it(`${KILLS} times in a run of ${SCENES} scenes leaves every law whole`, async () => {
    await living.panel.shortFilm('Killed', SCENES);
    await living.panel.menu('Menu', 'Generate all videos');
    await killAtRandom(living, KILLS, SEED);
    const { broken, summary } = await atRest(living.panel, 600_000);
    console.log(`browser killed ${KILLS} times, seed ${SEED}: ${summary}`);
    expect(broken).toEqual([]);
  });
});
