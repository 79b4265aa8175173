import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, Panel } from './panel.ts';

describe('editing the whole script', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const order = () => panel.page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
  const words = (index: number, text: string): Locator =>
    panel.card(index).getByRole('button', { name: text, exact: true });
  const film = async (name: string, said: readonly string[]): Promise<void> => {
    await panel.newProject(name);
    const scenes = said.map((desc, at) => ({
      title: `Cảnh ${at + 1}`,
      desc,
      prompt_image: `prompt ${at + 1}`,
      duration: 4,
    }));
    await panel.importScript(JSON.stringify({ scenes }));
  };

  it('words are found in every text, looked at, and replaced as one edit', async () => {
    await film('Replaced', ['Chị LAN mở hũ mật', 'Lành như mật', 'Lan cười, lan toả']);
    await panel.menu('Menu', 'Find and replace');
    const dialog = panel.page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByLabel('Find', { exact: true }).fill('lan');
    await dialog.getByLabel('Replace with').fill('Hoa');
    await dialog.getByText('Found in 3 places.').waitFor();
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Match case' }).check();
    await dialog.getByText('Found in 1 place.').waitFor();
    await dialog.getByRole('checkbox', { name: 'Match case' }).uncheck();
    await dialog.getByText('Found in 3 places.').waitFor();
    const hits = dialog.getByRole('list', { name: 'Places found' });
    await hits
      .getByRole('checkbox', { name: /^Scene 3 Description/ })
      .last()
      .uncheck();
    await dialog.getByRole('button', { name: 'Replace 2' }).click();
    await words(1, 'Chị Hoa mở hũ mật').waitFor();
    await words(3, 'Hoa cười, lan toả').waitFor();
    await panel.page.getByRole('status').getByText('2 texts changed').waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await words(1, 'Chị LAN mở hũ mật').waitFor();
    await words(3, 'Lan cười, lan toả').waitFor();
  });

  it('[L1] a scene is split at the cursor and joined again', async () => {
    await film('Split', ['Mở hũ. Rót mật.', 'Uống trà']);
    await panel.more(1, 'Split scene at the cursor');
    await panel.page
      .getByRole('status')
      .getByText(/Put the cursor/)
      .waitFor();
    const box = panel.card(1).getByRole('textbox', { name: 'Description' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.press('Home');
    for (let step = 0; step < 7; step++) await box.press('ArrowRight');
    await panel.more(1, 'Split scene at the cursor');
    await words(3, 'Rót mật.').waitFor();
    await words(1, 'Mở hũ.').waitFor();
    expect(await order()).toEqual(['Scene 1', 'Scene 3 · place 2', 'Scene 2 · place 3']);
    await panel.more(1, 'Join with next scene');
    await words(1, 'Mở hũ. Rót mật.').waitFor();
    expect(await order()).toEqual(['Scene 1', 'Scene 2']);
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await words(3, 'Rót mật.').waitFor();
    await panel.menu('Menu', 'Undo · Scene split');
    await words(1, 'Mở hũ. Rót mật.').waitFor();
    await expect.poll(order).toEqual(['Scene 1', 'Scene 2']);
  });

  it('a style and those who are named are added to the prompts, seen where they are written', async () => {
    await film('Styled', ['Chị Lan mở hũ mật', 'Rừng tràm']);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    await panel.menu('Menu', 'Style and characters');
    const dialog = panel.page.getByRole('dialog', { name: 'Style and characters' });
    await dialog.getByLabel('Style of the whole film').fill('warm morning light');
    await dialog.getByLabel(/^Characters/).fill('Lan: a woman in a white áo dài');
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.card(1).getByText('Made before you changed: prompt').waitFor();
    await panel.more(1, 'Prompt');
    expect(await panel.card(1).getByText('+ warm morning light').count()).toBe(2);
    expect(await panel.card(1).getByText('+ Lan: a woman in a white áo dài').count()).toBe(2);
    await panel.more(2, 'Prompt');
    expect(await panel.card(2).getByText('+ warm morning light').count()).toBe(2);
    expect(
      await panel
        .card(2)
        .getByText(/Lan: a woman/)
        .count(),
    ).toBe(0);
  });

  it('scenes with the same prompts say so, until one of them says something else', async () => {
    await film('Twice', ['Mở hũ mật', 'Rót mật']);
    await panel.more(1, 'Duplicate scene');
    await panel.card(1).getByText('Same prompt as scene 3', { exact: true }).waitFor();
    await panel.card(3).getByText('Same prompt as scene 1', { exact: true }).waitFor();
    expect(
      await panel
        .card(2)
        .getByText(/Same prompt/)
        .count(),
    ).toBe(0);
    await panel.menu('Menu', 'Choose');
    await panel.card(1).getByTitle('Same prompt as scene 3').waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.edit(3, 'Image prompt', 'another');
    await panel
      .card(1)
      .getByText(/Same prompt/)
      .waitFor({ state: 'detached' });
  });
});
