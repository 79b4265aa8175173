import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel, PATIENCE_MS, sha256 } from './panel.ts';

describe('each take saved as it is made', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const folder = (stem: string): string => join(panel.launched.downloads, stem);
  const files = (stem: string): readonly string[] =>
    existsSync(folder(stem)) ? readdirSync(folder(stem)).toSorted() : [];
  const waiting = async (): Promise<number> =>
    (await panel.rows('marks')).filter(({ toSave }) => toSave !== null).length;

  /** Downloads that were asked for and have not ended. */
  const asked = async (): Promise<readonly unknown[]> =>
    (await panel.rows('marks')).flatMap(({ toSave }) => (urlOf(toSave) === null ? [] : [toSave]));

  it('a fresh profile says so before anything is made', async () => {
    await panel.page.getByText('Each take is also saved to Downloads/').waitFor();
  });

  it('[L1] each under the name of its scene, with its own bytes, exactly once', async () => {
    await panel.shortFilm('Saved', 2);
    await panel.menu('Menu', 'Generate all videos');
    for (const index of [1, 2]) await panel.waitForStatus(index, 'Done');
    await expect.poll(waiting, { timeout: PATIENCE_MS }).toBe(0);
    expect(files('Saved')).toEqual([
      'Saved_scene1_image_take1.png',
      'Saved_scene1_take1.mp4',
      'Saved_scene2_image_take1.png',
      'Saved_scene2_take1.mp4',
    ]);
    for (const take of await panel.hashedTakes()) {
      const name = `Saved_scene${take.scene}${take.kind === 'image' ? '_image' : ''}_take${take.number}`;
      const path = join(folder('Saved'), `${name}.${take.kind === 'image' ? 'png' : 'mp4'}`);
      expect(sha256(readFileSync(path))).toBe(take.sha256);
    }
  });

  it('[L10] also where the worker is stopped again and again between the take and its file', async () => {
    await panel.shortFilm('Stopped', 4);
    await panel.menu('Menu', 'Generate all images');
    for (let takes = 1; takes <= 4; takes++) {
      await expect
        .poll(async () => (await panel.takes()).length, { timeout: PATIENCE_MS, interval: 5 })
        .toBeGreaterThanOrEqual(takes);
      await panel.stopWorker();
      await panel.page.reload();
    }
    for (let index = 1; index <= 4; index++) {
      await panel.card(index).scrollIntoViewIfNeeded();
      await panel.waitForStatus(index, 'Image ready');
    }
    await expect.poll(waiting, { timeout: PATIENCE_MS }).toBe(0);
    expect(files('Stopped')).toEqual([1, 2, 3, 4].map((n) => `Stopped_scene${n}_image_take1.png`));
  });

  it('[L13] a folder that cannot be made is told once, and Try again saves what waits', async () => {
    // A file stands where the project's folder has to be.
    writeFileSync(folder('Closed'), 'in the way');
    await panel.shortFilm('Closed', 3);
    await panel.menu('Menu', 'Generate all images');
    for (let index = 1; index <= 3; index++) {
      await panel.card(index).scrollIntoViewIfNeeded();
      await panel.waitForStatus(index, 'Image ready');
    }
    await panel.page.getByText('Takes are not being saved to Downloads.').waitFor();
    expect(await panel.page.getByText('Takes are not being saved to Downloads.').count()).toBe(1);
    expect(await waiting()).toBe(3);
    // A download on its way would be saved by itself once the folder can be made, and take the button with it.
    await expect.poll(asked).toEqual([]);
    rmSync(folder('Closed'));
    mkdirSync(folder('Closed'));
    chmodSync(folder('Closed'), 0o755);
    await panel.page.getByRole('button', { name: 'Try again', exact: true }).click();
    await expect.poll(waiting, { timeout: PATIENCE_MS }).toBe(0);
    expect(files('Closed')).toEqual([1, 2, 3].map((n) => `Closed_scene${n}_image_take1.png`));
    await panel.page.getByText('Takes are not being saved to Downloads.').waitFor({ state: 'detached' });
  });

  it('switched off, nothing is saved', async () => {
    await panel.menu('Menu', 'Save each take to Downloads');
    await expect
      .poll(async () => (await panel.rows('settings')).find(({ name }) => name === 'settings'))
      .toMatchObject({ saveTakes: false });
    await panel.shortFilm('Quiet', 1);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    expect(await waiting()).toBe(0);
    expect(files('Quiet')).toEqual([]);
  });
});

function urlOf(toSave: unknown): unknown {
  return typeof toSave === 'object' && toSave !== null && 'url' in toSave ? toSave.url : null;
}
