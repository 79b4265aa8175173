import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';

/** Where the two videos are now, and how they play. */
function players(scope: Locator): Promise<readonly { at: number; rate: number; paused: boolean }[]> {
  return scope.locator('video').evaluateAll((all) =>
    all.map((element) => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
      const { currentTime: at, playbackRate: rate, paused } = element;
      return { at, rate, paused };
    }),
  );
}

describe('comparing two takes in the panel', () => {
  let panel: Panel;
  let dialog: Locator;
  beforeAll(async () => {
    panel = await Panel.open();
    dialog = panel.page.getByRole('dialog', { name: 'Compare' });
  });
  afterAll(() => panel.close());

  it('two takes of a scene that differ in a prompt', async () => {
    await panel.shortFilm('Compared', 2, 2);
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    await panel.edit(1, 'Video prompt', 'video prompt 1, in soft dawn light');
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
  });

  it('plays both as one: they stop, step and go on together', async () => {
    await panel.press(1, 'Compare');
    await dialog.getByRole('button', { name: 'Pause both' }).click();
    await expect.poll(async () => (await players(dialog)).map(({ paused }) => paused)).toEqual([true, true]);
    const step = dialog.getByRole('button', { name: 'One frame on' });
    await dialog.getByRole('slider', { name: 'Position' }).fill('0.5');
    await step.click();
    await expect
      .poll(async () => (await players(dialog)).map(({ at }) => Math.floor(at * 24)))
      .toEqual([13, 13]);
    await dialog.getByRole('combobox', { name: 'Speed' }).selectOption('2×');
    await dialog.getByRole('button', { name: 'Play both' }).click();
    await expect.poll(async () => (await players(dialog)).every(({ at }) => at > 0.8)).toBe(true);
  });

  it('does everything by keys, which ? shows', async () => {
    const pressed = (name: string) =>
      dialog.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
    const speed = dialog.getByRole('combobox', { name: 'Speed' });
    await dialog.locator('[data-first]').focus();
    const keyboard = panel.page.keyboard;
    await keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Play both' }).waitFor();
    await keyboard.press('[');
    await expect.poll(() => speed.inputValue()).toBe('1.5');
    await keyboard.press(']');
    await expect.poll(() => speed.inputValue()).toBe('2');
    await keyboard.press('l');
    await expect.poll(() => pressed('Loop')).toBe('false');
    await keyboard.press('w');
    await dialog.getByRole('slider', { name: 'Wipe line' }).waitFor();
    await keyboard.press('b');
    await expect.poll(() => pressed('Blink')).toBe('true');
    await keyboard.press('s');
    await expect.poll(() => pressed('Side by side')).toBe('true');
    await keyboard.press('+');
    await expect
      .poll(() =>
        dialog
          .locator('video')
          .evaluateAll((all) => all.map((element) => (element as HTMLElement).style.transform)),
      )
      .toEqual(Array.from({ length: 2 }, () => 'translate(0%, 0%) scale(1.5)'));
    await keyboard.press('?');
    const keys = dialog.getByRole('group', { name: 'Keys' });
    await keys.getByText('One frame back').waitFor();
    await keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await dialog.waitFor();
  });

  it('the wipe shows the left take left of its line', async () => {
    await dialog.getByRole('button', { name: 'Wipe', exact: true }).click();
    const line = dialog.getByRole('slider', { name: 'Wipe line' });
    await line.fill('25');
    const [pane, slider] = [dialog.locator('.right .pane'), line];
    const clip = await pane.evaluate((element) => getComputedStyle(element).clipPath);
    expect(clip).toMatch(/^inset\(0px 0px 0px/);
    expect(await slider.evaluate((element) => element.clientWidth)).toBe(
      await pane.evaluate((element) => element.clientWidth),
    );
  });

  it('says what made them differ, word by word', async () => {
    await dialog.getByText('What differs').click();
    await dialog.locator('ins').getByText(', in soft dawn light').waitFor();
    await dialog.getByRole('row', { name: /^Seed/ }).waitFor();
    expect(await dialog.getByRole('row', { name: /^Format/ }).count()).toBe(0);
  });

  it.each([
    [320, 560],
    [360, 593],
  ])('everything but the differences fits into %i × %i', async (width, height) => {
    await panel.page.setViewportSize({ width, height });
    for (const mode of ['Side by side', 'Wipe']) {
      await dialog.getByRole('button', { name: mode, exact: true }).click();
      const parts = dialog.locator('.pane, .button, .transport, summary');
      const beyond = await parts.evaluateAll((all) =>
        all
          .map((part) => part.getBoundingClientRect())
          .filter(({ right, bottom }) => right > innerWidth || bottom > innerHeight),
      );
      expect(beyond).toEqual([]);
    }
    await panel.page.setViewportSize({ width: 400, height: 800 });
  });

  it('axe finds nothing', async () => {
    for (const mode of ['Blink', 'Wipe', 'Side by side']) {
      await dialog.getByRole('button', { name: mode, exact: true }).click();
      expect(await complaints(panel)).toEqual([]);
    }
  });

  it('in Vietnamese, Use this take picks and closes', async () => {
    await panel.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await panel.menu('Menu', 'Tiếng Việt');
    const card = panel.page.getByRole('article', { name: 'Cảnh 1', exact: true });
    await card.getByRole('button', { name: 'Video, phiên bản 2' }).click();
    await card.getByRole('button', { name: 'So sánh', exact: true }).click();
    const compared = panel.page.getByRole('dialog', { name: 'So sánh' });
    await compared.getByRole('button', { name: 'Dừng cả hai' }).waitFor();
    await compared.getByRole('button', { name: 'Cạnh nhau' }).waitFor();
    await compared.getByRole('button', { name: 'Dùng bản này' }).click();
    await compared.waitFor({ state: 'detached' });
    await card.getByRole('button', { name: /^Video, phiên bản 2, Đang dùng/ }).waitFor();
  });
});
