import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';

describe('hasty hands', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const status = () => panel.page.getByRole('status').first();
  const undo = () => panel.page.locator('.toast').getByRole('button', { name: 'Undo', exact: true });
  const header = (name: string) =>
    panel.page.getByRole('banner').getByRole('button', { name, exact: true }).first();

  it('two presses on Open the sample open it once', async () => {
    await panel.page.getByRole('button', { name: 'Open the sample' }).dblclick();
    await panel.card(6).or(panel.card(1)).first().waitFor();
    expect(await panel.rows('projects')).toHaveLength(1);
  });

  it('a second press on the film’s next step is not a press on the one after it', async () => {
    await panel.shortFilm('Twice', 2);
    await header('Generate all images').dblclick();
    for (const index of [1, 2]) await panel.waitForStatus(index, 'Image ready');
    expect(await panel.page.getByText('There is nothing to do.').count()).toBe(0);
    expect(await panel.page.getByText('All films are paused').count()).toBe(0);
  });

  it('two presses on Add scene add one', async () => {
    await panel.page.getByRole('button', { name: 'Add scene', exact: true }).dblclick();
    await panel.card(3).getByRole('textbox', { name: 'Description' }).waitFor();
    expect(await panel.card(4).count()).toBe(0);
  });

  it('[L16] what was typed right before the panel is reloaded is stored', async () => {
    await panel.shortFilm('Reloaded', 1);
    await panel.more(1, 'Prompt');
    await panel.card(1).getByRole('textbox', { name: 'Description' }).fill('typed and gone');
    await panel.page.reload();
    await panel.card(1).getByRole('button', { name: 'typed and gone', exact: true }).waitFor();
  });

  it('a message stands beside an undo of its own, or none', async () => {
    await panel.shortFilm('Offers', 2);
    await panel.more(2, 'Delete scene');
    await status().getByText('Scene deleted').waitFor();
    await undo().waitFor();
    await panel.menu('Menu', 'Generate all images');
    await status().getByText('Making 1 image').waitFor();
    expect(await undo().count()).toBe(0);
  });

  it('[L1] undo takes back nothing of a film that is not shown', async () => {
    await panel.menu(/^Project: /, 'Twice');
    await panel.card(1).waitFor();
    await panel.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true }).focus();
    await panel.page.keyboard.press('Control+z');
    await panel.menu(/^Project: /, 'Offers');
    await panel.card(1).waitFor();
    expect(await panel.card(2).count()).toBe(0);
    await panel.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true }).focus();
    await panel.page.keyboard.press('Control+z');
    await panel.card(2).waitFor();
  });

  it('a take that was compared is new no more', async () => {
    await panel.press(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
    await panel.press(1, 'Compare');
    await panel.page.getByRole('dialog', { name: 'Compare' }).getByRole('button', { name: 'Close' }).click();
    await panel.waitForStatus(1, 'Done');
  });

  it('[L1] what was asked of a chat model stays with its film', async () => {
    await panel.menu('Menu', 'Ask a chat model');
    const dialog = panel.page.getByRole('dialog', { name: 'Ask a chat model' });
    await dialog.getByLabel('Product or topic').fill('Honey');
    await panel.page.keyboard.press('Escape');
    await panel.newProject('Another', '16:9');
    await panel.menu('Menu', 'Ask a chat model');
    expect(await dialog.getByLabel('Product or topic').inputValue()).toBe('');
    await panel.page.keyboard.press('Escape');
    // It is told closed a moment after it shows so, and what is pasted until then is not offered.
    await panel.page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('a script pasted on the panel is offered, and stays when the dialog is closed', async () => {
    await panel.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true }).focus();
    await panel.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'first scene\nsecond scene');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    const dialog = panel.page.getByRole('dialog', { name: 'Import script' });
    await dialog.getByRole('button', { name: 'Import 2 scenes' }).waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.menu('Menu', 'Import script');
    expect(await dialog.getByLabel('Paste the script').inputValue()).toBe('first scene\nsecond scene');
    await panel.page.keyboard.press('Escape');
  });

  it('[L19] a script’s format is taken with a word, or left', async () => {
    const dialog = await panel.offerScript('{"meta":{"ratio":"9:16"},"scenes":[{"desc":"one"}]}');
    await dialog
      .getByRole('checkbox', { name: 'Use the script’s format 9:16 (the film is 16:9 now)' })
      .uncheck();
    await dialog.getByRole('button', { name: 'Import 1 scene' }).click();
    await panel.card(1).waitFor();
    const project = (await panel.rows('projects')).find(({ name }) => name === 'Another');
    expect(project?.['aspect']).toBe('16:9');
    const again = await panel.offerScript('{"meta":{"ratio":"1:1"},"scenes":[{"desc":"two"}]}');
    await again.getByText('The script’s format 1:1 is passed over; the film keeps 16:9.').waitFor();
    await panel.page.keyboard.press('Escape');
  });

  it('[L16] a length that no scene can have is refused where it is typed', async () => {
    await panel.more(1, 'Prompt');
    const length = panel.card(1).getByRole('spinbutton', { name: 'Length in seconds' });
    await length.fill('120');
    await panel.card(1).getByText('From 1 to 60 seconds').waitFor();
    await length.blur();
    expect(await length.inputValue()).toBe('8');
  });

  it('a dialog closes when its film goes', async () => {
    const other = await panel.launched.openPanel();
    await panel.menu('Menu', 'Pictures');
    await panel.page.getByRole('dialog', { name: 'Pictures' }).waitFor();
    await other.getByRole('banner').getByRole('button', { name: 'Project: Another' }).click();
    await other.getByRole('button', { name: 'Delete project' }).click();
    await panel.page.getByRole('dialog').waitFor({ state: 'detached' });
    await other.close();
  });
});
