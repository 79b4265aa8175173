import { execFileSync } from 'node:child_process';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';

describe('presets', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const dialog = (): Locator => panel.page.getByRole('dialog', { name: 'Preset' });

  it('words that prompts must and may not say are marked on the card, quietly', async () => {
    await panel.shortFilm('Shop', 1);
    await panel.menu('Menu', '4:5');
    await panel.menu('Menu', 'Preset');
    await dialog().getByLabel('Every prompt must say').fill('honey, prompt');
    await dialog().getByLabel('No prompt may say').fill('image');
    await dialog().getByLabel('End card: title').fill('Lan’s honey');
    await dialog().getByLabel('End card: what is said').fill('Order today.');
    await dialog().getByRole('radio', { name: 'Outlined' }).check();
    expect(await complaints(panel)).toEqual([]);
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await panel.card(1).getByText('The image prompt does not say: honey').waitFor();
    await panel.card(1).getByText('The image prompt says what it must not: image').waitFor();
    await panel.edit(1, 'Image prompt', 'A prompt with Honey');
    await panel.card(1).getByText('The image prompt does not say: honey').waitFor({ state: 'detached' });
  });

  it('a project’s settings are kept under a name, and a new one begins with them', async () => {
    await panel.menu('Menu', 'Style and characters');
    const style = panel.page.getByRole('dialog', { name: 'Style and characters' });
    await style.getByLabel('Style of the whole film').fill('grainy film');
    await style.getByRole('button', { name: 'Save' }).click();
    await panel.menu('Menu', 'Preset');
    await dialog().getByRole('textbox', { name: 'Keep this project’s settings as' }).fill('Honey shop');
    await dialog().getByRole('button', { name: 'Keep as preset' }).click();
    await dialog().getByRole('list', { name: 'Presets' }).getByText('Honey shop').waitFor();
    expect(await complaints(panel)).toEqual([]);
    await panel.page.keyboard.press('Escape');
    await panel.menu(/^Project: /, 'New project');
    const made = panel.page.getByRole('dialog', { name: 'New project' });
    await made.getByLabel('Name of the project').fill('Mật ong');
    await made.getByRole('combobox', { name: 'Preset' }).selectOption('Honey shop');
    expect(await made.getByRole('radio', { name: '4:5' }).isChecked()).toBe(true);
    await made.getByRole('checkbox', { name: /^Vietnamese letters in file names/ }).check();
    expect(await complaints(panel)).toEqual([]);
    await made.getByRole('button', { name: 'Create' }).click();
    await panel.page.getByRole('button', { name: 'Project: Mật ong' }).waitFor();
    await panel.menu('Menu', 'Preset');
    expect(await dialog().getByLabel('Every prompt must say').inputValue()).toBe('honey, prompt');
    expect(await dialog().getByRole('radio', { name: 'Outlined' }).isChecked()).toBe(true);
    await panel.page.keyboard.press('Escape');
  });

  it('its style stands in every prompt until one undo, and its end card is the last scene', async () => {
    const made = async () => (await panel.rows('projects')).find(({ name }) => name === 'Mật ong');
    const style = async () => (await made())?.['styleLine'];
    expect(await style()).toBe('grainy film');
    await panel.page.keyboard.press('Control+z');
    await expect.poll(style).toBe('');
    await panel.page.getByText('Undone: project setting changed', { exact: true }).waitFor();
    await panel.page.keyboard.press('Control+Shift+z');
    await expect.poll(style).toBe('grainy film');
    await panel.importScript('Scene 1: Bees\nPrompt: a bee on a flower\n\nScene 2: Jar\nPrompt: a jar');
    await panel.card(3).getByText('Lan’s honey').first().waitFor();
    await panel.more(1, 'Prompt');
    await panel.card(1).getByText('+ grainy film').first().waitFor();
    expect(await made()).toMatchObject({ stem: 'Mật-ong', naming: 'letters' });
  });

  it('captions stand in drafts as they are chosen, and a draft with others says so', async () => {
    await panel.newProject('Captions');
    await panel.importScript('[{"desc":"Hũ mật ong","speech":"Mật ong rừng U Minh","duration":1}]');
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    expect(whiteBelow(await panel.save(1, 'video', 1))).toBeGreaterThan(500);
    await panel.menu('Menu', 'Preset');
    await dialog().getByRole('radio', { name: 'None' }).check();
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await panel.card(1).getByText('Made before you changed: captions').waitFor();
    await panel.press(1, 'Regenerate video');
    await panel.waitForStatus(1, 'New take');
    expect(whiteBelow(await panel.save(1, 'video', 2))).toBe(0);
    await panel.menu('Menu', 'Play film');
    const film = panel.page.getByRole('dialog', { name: 'Play film' });
    await film.locator('video').first().waitFor({ state: 'attached' });
    expect(await film.locator('.caption').count()).toBe(0);
    await panel.page.keyboard.press('Escape');
  });

  it('speaks Vietnamese, and a preset that was removed comes back by one press', async () => {
    await panel.menu('Menu', 'Tiếng Việt');
    await panel.page.setViewportSize({ width: 320, height: 560 });
    await panel.menu('Menu', 'Mẫu cài đặt');
    const preset = panel.page.getByRole('dialog', { name: 'Mẫu cài đặt' });
    await preset.getByLabel('Prompt nào cũng phải có').waitFor();
    await preset.getByRole('button', { name: 'Xóa mẫu “Honey shop”' }).click();
    await preset.getByRole('list', { name: 'Các mẫu đã lưu' }).waitFor({ state: 'detached' });
    await panel.page.keyboard.press('Escape');
    await panel.page.getByRole('button', { name: 'Hoàn tác' }).click();
    await panel.menu('Menu', 'Mẫu cài đặt');
    await preset.getByRole('button', { name: 'Xóa mẫu “Honey shop”' }).waitFor();
  });
});

/** How many pixels are white where captions stand in a frame of 1280 × 720, half a second into a clip. */
function whiteBelow(path: string): number {
  const args = ['-v', 'error', '-ss', '0.5', '-i', path, '-frames:v', '1'];
  const look = ['-vf', 'crop=1280:110:0:575,format=gray', '-f', 'rawvideo', '-'];
  return execFileSync('ffmpeg', [...args, ...look]).filter((tone) => tone > 225).length;
}
