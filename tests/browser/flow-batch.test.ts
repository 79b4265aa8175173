import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { FlowPanel, stateOf } from './flow-panel.ts';
import { complaints, PATIENCE_MS } from './panel.ts';

describe('[L9] a batch on Flow', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside();
    await panel.flowFilm('Cáo đỏ', ['a red fox', 'a blue fox', 'a green fox']);
  });
  afterEach(() => {
    expect(panel.replica.misdeeds).toEqual({});
    expect(panel.replica.defects).toEqual([]);
  });
  afterAll(() => panel.close());

  const box = (index: number): Locator =>
    panel.page.getByRole('checkbox', { name: `Choose scene ${index}`, exact: true });
  /** The sheet is counted anew with the model that is pressed; nothing is ordered. */
  const changeModel = async (sheet: Locator, videos: Locator): Promise<void> => {
    await sheet.getByText('With another model').click();
    const models = sheet.getByRole('group', { name: 'Video model' });
    await models.getByRole('radio', { name: /^Veo 3.1 - Quality\s*price not seen yet/ }).click();
    await videos.filter({ hasText: 'Veo 3.1 - Quality' }).waitFor();
    await sheet.locator('.note').getByText('may be refused: Scene 1, Scene 3').waitFor();
    expect(await complaints(panel)).toEqual([]);
    await panel.page.setViewportSize({ width: 320, height: 560 });
    expect(await complaints(panel)).toEqual([]);
    await panel.page.setViewportSize({ width: 400, height: 800 });
    await panel.page.keyboard.press('ArrowDown');
    await videos.filter({ hasText: 'Veo 3.1 - Quality' }).waitFor({ state: 'detached' });
    await models.getByRole('radio', { name: /^As set in Flow/ }).click();
    await videos.filter({ hasText: 'As set in Flow' }).waitFor();
  };
  const orders = async (): Promise<readonly string[]> =>
    (await panel.rows('tasks'))
      .filter((task) => stateOf(task) !== 'done')
      .map((task) => `${String(task['sceneIndex'])} ${String(task['kind'])}`)
      .toSorted((a, b) => a.localeCompare(b));

  it('of chosen scenes is listed first, makes the missing images alone, and says how many presses are to come', async () => {
    await panel.page.keyboard.press('c');
    await box(1).check();
    await box(3).check();
    await panel.page
      .getByRole('region', { name: 'Chosen scenes' })
      .getByRole('button', { name: 'Generate 2 videos' })
      .click();
    const sheet = panel.page.getByRole('dialog', { name: 'Videos of 2 scenes' });
    await sheet
      .getByRole('listitem')
      .filter({ hasText: /^2 images/ })
      .waitFor();
    const videos = sheet.getByRole('listitem').filter({ hasText: /^2 videos/ });
    expect(await orders()).toEqual([]);
    expect(await complaints(panel)).toEqual([]);
    await sheet.getByRole('radio', { name: /^Straight on to the videos/ }).click();
    await videos.waitFor();
    await changeModel(sheet, videos);
    await sheet.getByRole('radio', { name: /^Wait for me/ }).click();
    await videos.waitFor({ state: 'detached' });
    await sheet.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(orders).toEqual(['1 image', '3 image']);
    await panel.page.keyboard.press('Escape');
    const line = panel.page.getByRole('banner').getByRole('button', { name: /^At work: / });
    await line.click();
    await panel.page.getByText('2 presses on Flow still to come.').waitFor();
    await panel.page.keyboard.press('Escape');
  });

  it('lets the scene that stands ready wait, so that the next stands ready', async () => {
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    const banner = panel.page.getByRole('banner');
    await banner.getByRole('button', { name: /^At work: / }).click();
    await banner.getByRole('button', { name: 'Scene 1 later' }).click();
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(3);
  });
});
