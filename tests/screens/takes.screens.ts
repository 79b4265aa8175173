import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { LANGUAGES } from '../../lib/domain/settings.ts';
import { Stage } from './stage.ts';

const SCRIPT = new URL('../fixtures/scripts/giay-chay-bo.lines.txt', import.meta.url);

describe.each(LANGUAGES)('takes and the studio in %s', (language) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(language);
  });
  afterAll(() => stage.launched.close());

  const dialog = () => stage.page.getByRole('dialog');

  /** Scenes 1 and 2 with a video, 1 with three of them; the second was made from other words. */
  async function film(aspect: string): Promise<void> {
    await stage.newProject(`Giày chạy bộ ${aspect.replace(':', ' × ')}`, aspect);
    await stage.importScript(SCRIPT);
    for (const index of [1, 2]) {
      await stage.more(index, 'action_generateVideo');
      await stage.waitForStatus(index, 'done');
    }
    await stage.press(1, 'action_regenerateVideo');
    await stage.waitForStatus(1, 'newTake');
    await stage.more(1, 'action_regenerateVideo');
    await stage.card(1).locator('.take-list .thumbnail').nth(3).waitFor();
    await stage.waitForStatus(1, 'newTake');
    await stage.closeToast();
    await stage.top();
  }

  async function studio(): Promise<Page> {
    const opening = stage.launched.context.waitForEvent('page');
    await dialog().getByRole('button', { name: stage.w('compare_large') }).click();
    const page = await opening;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('figure').nth(1).waitFor();
    return page;
  }

  it.each(['16:9', '9:16'])('the takes of a scene in %s', async (aspect) => {
    const shape = aspect.replace(':', 'x');
    await film(aspect);
    await stage.shoot(`takes-${shape}`);
    const about = stage.card(1).getByRole('button', { name: new RegExp(`^${stage.w('aboutTake', '.*', '\\d')}$`) });
    await about.first().click();
    await stage.card(1).getByRole('region').first().waitFor();
    await stage.shoot(`take-about-${shape}`);
    await about.first().click();
    await stage.card(1).locator('.buttons').getByRole('button', { name: stage.w('action_compare') }).click();
    await dialog().locator('video, img').nth(1).waitFor();
    await stage.shoot(`compare-videos-${shape}`);
    const large = await studio();
    await stage.shootStudio(large, `studio-compare-${shape}`);
    await large.getByRole('button', { name: stage.w('studio_allTakesOf', 1) }).click();
    await large.getByRole('region', { name: stage.w('studio_choose') }).waitFor();
    await stage.shootStudio(large, `studio-takes-${shape}`);
    await large.getByRole('button', { name: stage.w('studio_film') }).click();
    await stage.shootStudio(large, `studio-film-${shape}`);
    await large.close();
  });

  it('frames of videos', async () => {
    await stage.more(2, 'frameOfVideo');
    await dialog().getByRole('button', { name: stage.w('frame_last_of', 2, 1) }).waitFor();
    await stage.shoot('frames');
    await dialog().getByRole('radio', { name: new RegExp(`^${stage.w('frames_end')}`) }).check();
    await dialog().getByRole('button', { name: stage.w('frame_last_of', 2, 1) }).click();
    const note = stage.card(2).getByText(stage.w('note_end_last', 1));
    await note.waitFor();
    await stage.closeToast();
    await note.scrollIntoViewIfNeeded();
    await stage.shoot('end-frame-of-an-old-video');
    await stage.top();
  });

  it('the whole script', async () => {
    await stage.menu('film', stage.w('replace'));
    await dialog().getByLabel(stage.w('replace_find'), { exact: true }).fill('shoe');
    await dialog().getByLabel(stage.w('replace_with')).fill('sandal');
    await dialog().getByRole('list', { name: stage.w('replace_hits') }).waitFor();
    await stage.shoot('replace');
    await stage.page.keyboard.press('Escape');
    await stage.menu('film', stage.w('style'));
    await dialog().getByLabel(stage.w('style_line')).fill(stage.w('style_lineHint'));
    await stage.shoot('style');
    await stage.page.keyboard.press('Escape');
  });
});
