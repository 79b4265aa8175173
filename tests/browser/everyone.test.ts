import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';

describe('the panel for everyone', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it.each(['light', 'dark'] as const)('axe finds nothing on the start in %s', async (colorScheme) => {
    await panel.page.emulateMedia({ colorScheme });
    await panel.page.getByRole('button', { name: 'Open the sample' }).waitFor();
    expect(await complaints(panel)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing on cards, an open editor and the import dialog in %s',
    async (colorScheme) => {
      await panel.page.emulateMedia({ colorScheme });
      await panel.shortFilm(`Seen ${colorScheme}`, 3);
      await panel.press(1, 'Generate image');
      await panel.waitForStatus(1, 'Image ready');
      await panel.more(2, 'Prompt');
      expect(await complaints(panel)).toEqual([]);
      const dialog = await panel.offerScript('[{"desc":"một","duration":"dài"},null]');
      await dialog.getByText('1 scene', { exact: true }).waitFor();
      expect(await complaints(panel)).toEqual([]);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    },
  );

  it('Page Down and Page Up move from card to card', async () => {
    await panel.card(1).focus();
    await panel.page.keyboard.press('PageDown');
    await expect.poll(() => panel.card(2).evaluate((card) => card === document.activeElement)).toBe(true);
    await panel.page.keyboard.press('PageUp');
    await expect.poll(() => panel.card(1).evaluate((card) => card === document.activeElement)).toBe(true);
  });

  it('a menu opens by arrow key, is walked by arrow keys, and gives the focus back', async () => {
    const button = panel.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
    const focused = () => panel.page.evaluate(() => document.activeElement?.textContent ?? '');
    await button.focus();
    await panel.page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Import script');
    await panel.page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('Tiếng Việt');
    await panel.page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('the menu of a card takes the focus where its first line is a button of the card', async () => {
    const more = panel.card(3).getByRole('button', { name: 'More', exact: true });
    const lines = panel.card(3).getByRole('group', { name: 'More' }).getByRole('button');
    const isFocused = (at: number) => lines.nth(at).evaluate((element) => element === document.activeElement);
    await panel.more(3, 'Generate video');
    await panel.waitForStatus(3, 'Done');
    await more.focus();
    await panel.page.keyboard.press('Enter');
    await expect.poll(() => isFocused(0)).toBe(true);
    await panel.page.keyboard.press('ArrowDown');
    await expect.poll(() => isFocused(1)).toBe(true);
    await panel.page.keyboard.press('Escape');
  });

  it('has one polite live region', async () => {
    expect(await panel.page.locator('[aria-live=polite]').count()).toBe(1);
  });

  it('changes its language at once, and keeps it', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.getByRole('article', { name: 'Cảnh 1', exact: true }).getByText('Có ảnh').waitFor();
    expect(await panel.page.evaluate(() => document.documentElement.lang)).toBe('vi');
    await panel.page.reload();
    await panel.page
      .getByRole('article', { name: 'Cảnh 1', exact: true })
      .getByRole('button', { name: 'Tạo video' })
      .waitFor();
  });

  it('speaks the browser’s language until the user chooses', async () => {
    const vietnamese = await Panel.open({ language: 'vi' });
    try {
      await vietnamese.page.getByRole('button', { name: 'Mở dự án mẫu' }).click();
      await vietnamese.page
        .getByRole('article', { name: 'Cảnh 6', exact: true })
        .or(vietnamese.page.getByText(/^6 cảnh · /))
        .first()
        .waitFor();
    } finally {
      await vietnamese.close();
    }
  });

  it('a deleted project comes back by one press', async () => {
    await panel.menu('Menu', 'English');
    await panel.newProject('Short-lived');
    await panel.menu(/^Project: /, 'Rename project');
    const dialog = panel.page.getByRole('dialog', { name: 'Rename project' });
    await dialog.getByLabel('Name of the project').fill('Renamed');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.page.getByRole('button', { name: 'Project: Renamed' }).waitFor();
    await panel.menu('Project: Renamed', 'Delete project');
    await panel.page.getByRole('status').getByText('Project deleted').waitFor();
    expect(await panel.page.getByRole('button', { name: 'Project: Renamed' }).count()).toBe(0);
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.page.getByRole('button', { name: 'Project: Renamed' }).waitFor();
  });
});
