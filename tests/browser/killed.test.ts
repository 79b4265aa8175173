import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAtRandom } from './browser-kills.ts';
import { PanelOnProfile } from './panel-on-profile.ts';
import { atRest } from './stored-laws.ts';

describe('[L10] a browser that is killed at random moments', () => {
  let living: PanelOnProfile;
  beforeAll(async () => {
    living = await PanelOnProfile.open();
  });
  afterAll(() => living.close());

  it('twice goes on where it was, and every law holds', async () => {
    await living.panel.shortFilm('Killed', 4);
    await living.panel.menu('Menu', 'Generate all videos');
    await killAtRandom(living, 2, 2);
    const { broken, summary } = await atRest(living.panel, 120_000);
    console.log(`browser killed twice: ${summary}`);
    expect(broken).toEqual([]);
  });
});
