import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';

async function complaints(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the studio', () => {
  let panel: Panel;
  let studio: Page;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('opens from the comparison, in a window of its own, with the same two takes', async () => {
    await panel.shortFilm('In the studio', 2, 2);
    await panel.menu('Menu', 'Generate all videos');
    for (const index of [1, 2]) await panel.waitForStatus(index, 'Done');
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
    await panel.press(1, 'Compare');
    const opened = panel.context.waitForEvent('page');
    await panel.page
      .getByRole('dialog', { name: 'Compare' })
      .getByRole('button', { name: 'Open large' })
      .click();
    studio = await opened;
    await studio.setViewportSize({ width: 1366, height: 640 });
    await studio.getByRole('heading', { name: 'In the studio' }).waitFor();
    for (const name of [/^Video take 1/, /^Video take 2/])
      await studio.getByRole('figure', { name }).waitFor();
    await studio.getByRole('button', { name: 'Pause both' }).waitFor();
    expect(await panel.page.getByRole('dialog').count()).toBe(0);
    // A take that is compared is new no more, wherever it is.
    await panel.waitForStatus(1, 'Done');
  });

  it.each([
    [1366, 640],
    [1600, 900],
  ])('shows everything of a comparison at once in %i × %i', async (width, height) => {
    await studio.setViewportSize({ width, height });
    const beyond = await studio
      .locator('.pane, .button, select, .transport')
      .evaluateAll((all) =>
        all
          .map((part) => part.getBoundingClientRect())
          .filter(({ right, bottom }) => right > innerWidth || bottom > innerHeight),
      );
    expect(beyond).toEqual([]);
    expect(await studio.evaluate(() => document.querySelector('main')?.scrollHeight)).toBe(
      await studio.evaluate(() => document.querySelector('main')?.clientHeight),
    );
    expect(await complaints(studio)).toEqual([]);
  });

  it('picks, is followed by the panel, and takes it back', async () => {
    const second = studio.getByRole('figure', { name: /^Video take 2/ });
    await second.getByRole('button', { name: 'Use this take' }).click();
    await panel
      .card(1)
      .getByRole('button', { name: /^Video take 2, Picked/ })
      .waitFor();
    await studio.getByRole('figure', { name: /^Video take 2, Picked/ }).waitFor();
    await studio.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel
      .card(1)
      .getByRole('button', { name: /^Video take 1, Picked/ })
      .waitFor();
    await second.getByRole('button', { name: 'Use this take' }).waitFor();
  });

  it('follows what happens in the panel', async () => {
    await panel.press(1, 'Regenerate video');
    await studio
      .getByRole('combobox', { name: 'Right take' })
      .getByText(/^Video take 3/)
      .waitFor({ state: 'attached' });
  });

  it('compares with another scene’s video', async () => {
    await studio.getByRole('combobox', { name: 'Right take' }).selectOption({ label: 'Scene 2' });
    await studio.getByRole('figure', { name: /^Scene 2, Video take 1/ }).waitFor();
    await studio.getByRole('figure', { name: /^Scene 1, Video take 1/ }).waitFor();
    await studio.getByRole('region', { name: 'What differs' }).getByText('Cảnh số ').waitFor();
    await studio.goBack();
    await studio.getByRole('figure', { name: /^Video take 2/ }).waitFor();
  });

  it('shows all takes of a scene; two that are pressed are compared', async () => {
    await studio.getByRole('button', { name: 'All takes of scene 1' }).click();
    const sheet = studio.getByRole('region', { name: 'Choose two to compare them' });
    await expect.poll(() => sheet.getByRole('button').count()).toBe(4);
    expect(await complaints(studio)).toEqual([]);
    await sheet.getByRole('button', { name: /^Video take 3/ }).click();
    await sheet.getByRole('button', { name: /^Video take 3/, pressed: true }).waitFor();
    await sheet.getByRole('button', { name: /^Image take 1/ }).click();
    await studio
      .getByRole('figure', { name: /^Video take 3/ })
      .locator('video')
      .waitFor();
    await studio
      .getByRole('figure', { name: /^Image take 1/ })
      .locator('img')
      .waitFor();
  });

  it('in Vietnamese, one picked take of each scene; by the panel’s menu the same window shows another', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await studio.getByRole('button', { name: 'Bảng hình cả phim' }).click();
    const sheet = studio.getByRole('region', { name: 'Chọn hai bản để so sánh' });
    await sheet.getByRole('button', { name: /^Cảnh 1, Video, phiên bản 1/ }).waitFor();
    expect(await complaints(studio)).toEqual([]);
    await sheet.getByRole('button', { name: /^Cảnh 2/ }).click();
    await sheet.getByRole('button', { name: /^Cảnh 1/ }).click();
    await studio.getByRole('figure', { name: /^Cảnh 2, Video, phiên bản 1/ }).waitFor();
    const card = panel.page.getByRole('article', { name: 'Cảnh 2', exact: true });
    await card.getByRole('button', { name: 'Tùy chọn khác', exact: true }).click();
    await card.getByRole('button', { name: 'Xem mọi bản cỡ lớn' }).click();
    await sheet.getByRole('button', { name: /^Video, phiên bản 1/ }).waitFor();
    expect(panel.context.pages().filter((page) => page.url().includes('/studio.html'))).toHaveLength(1);
  });

  it('[L16] says so where its address names nothing', async () => {
    await studio.goto(studio.url().replace(/#.*/, '#nothing/at/all'));
    await studio.getByText('Không có gì để xem. Hãy mở từ bảng Retake.').waitFor();
    expect(await complaints(studio)).toEqual([]);
  });
});
