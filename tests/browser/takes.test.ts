import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAgain } from './make-again.ts';
import { Panel, sha256 } from './panel.ts';

describe('takes', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('two fast clicks on Generate make one task', async () => {
    await panel.shortFilm('Clicks', 1);
    await panel.card(1).getByRole('button', { name: 'Generate image', exact: true }).dblclick();
    await panel.waitForStatus(1, 'Image ready');
    expect(await panel.rows('tasks')).toHaveLength(1);
    expect(await panel.takes()).toHaveLength(1);
  });

  it('[L3] making a video again 6 times leaves 7 takes, all playable and all different', () =>
    makeAgain(panel, 6));

  it('a take plays in the panel', async () => {
    await panel
      .card(1)
      .getByRole('button', { name: /^Video take 7/ })
      .click();
    await panel.card(1).getByRole('button', { name: /^Play/ }).click();
    const video = panel.card(1).locator('video');
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.1);
  });

  it('files are saved under the names of the film, once each', async () => {
    await panel.shortFilm('Mật ong Đà Lạt', 2);
    await panel.menu('Menu', 'Generate all videos');
    for (const index of [1, 2]) await panel.waitForStatus(index, 'Done');
    await panel.menu('Menu', 'Export');
    await panel.page.getByText('2 files go to Downloads/Mat-ong-Da-Lat').waitFor();
    const takes = await panel.hashedTakes();
    for (const scene of [1, 2]) {
      const path = join(panel.launched.downloads, `Mat-ong-Da-Lat/Mat-ong-Da-Lat_scene${scene}.mp4`);
      await expect.poll(() => existsSync(path)).toBe(true);
      const made = takes.find((take) => take.scene === scene && take.kind === 'video');
      expect(sha256(readFileSync(path))).toBe(made?.sha256);
    }
    await panel.menu('Menu', 'Export');
    await panel.page.getByText('Everything is in Downloads/Mat-ong-Da-Lat already').waitFor();
    await panel
      .card(1)
      .getByRole('button', { name: 'Download Image take 1' })
      .or(panel.card(1).getByRole('button', { name: 'Download Video take 1' }))
      .first()
      .click();
    const take = join(panel.launched.downloads, 'Mat-ong-Da-Lat/Mat-ong-Da-Lat_scene1_take1.mp4');
    await expect.poll(() => existsSync(take)).toBe(true);
  });
});
