import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';

describe('writing scenes', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  /** The film's scenes in order, as their headings name them. */
  const order = () => panel.page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
  const told = (words: string | RegExp) => panel.page.getByRole('status').getByText(words);
  const stored = async (index: number): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const [project] = (await panel.rows('projects')).toSorted(
      (a, b) => Number(b['createdAt']) - Number(a['createdAt']),
    );
    const rows = await panel.rows('scenes');
    return rows.find((row) => row['index'] === index && row['projectId'] === project?.['id']);
  };

  it('each text is written where it stands, and stored', async () => {
    await panel.shortFilm('In place', 2);
    await panel.edit(1, 'Title', 'Mở hũ mật');
    for (const [shown, field, key, text] of [
      ['Cảnh số 1', 'Description', 'description', 'Chị Lan mở nắp hũ mật ong'],
      ['Mở hũ mật', 'Title', 'title', 'Mở nắp'],
    ] as const) {
      await panel.card(1).getByRole('button', { name: shown, exact: true }).click();
      const box = panel.card(1).getByRole('textbox', { name: field });
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
      await box.fill(text);
      await panel.page.keyboard.press('Escape');
      await expect.poll(async () => (await stored(1))?.[key]).toBe(text);
      await panel.card(1).getByRole('button', { name: text, exact: true }).waitFor();
    }
    for (const [field, key, text] of [
      ['Voice-over', 'voiceOver', 'Mở nắp là thơm!'],
      ['Image prompt', 'imagePrompt', 'a jar'],
      ['Video prompt', 'videoPrompt', 'a jar opens'],
    ] as const) {
      await panel.edit(1, field, text);
      await expect.poll(async () => (await stored(1))?.[key]).toBe(text);
    }
    await panel.edit(1, 'Length in seconds', '6.5');
    await expect.poll(async () => (await stored(1))?.['lengthS']).toBe(6.5);
  });

  it('a meter says how long the voice-over takes, and where that is too long', async () => {
    await panel.more(1, 'Prompt');
    const box = panel.card(1).getByRole('textbox', { name: 'Voice-over' });
    await box.fill('Mở nắp là thơm cả khu rừng');
    await panel
      .card(1)
      .getByRole('meter', { name: 'Takes about 2 s to say; the scene has 6.5 s.' })
      .waitFor();
    await box.fill('Mở nắp là thơm cả khu rừng. '.repeat(8));
    await panel
      .card(1)
      .getByRole('meter', { name: /longer than the scene/ })
      .waitFor();
    await panel.page.keyboard.press('Control+Enter');
    await panel
      .card(1)
      .getByText(/longer than the scene \(6.5 s\)/)
      .waitFor();
  });

  it('Ctrl+Z outside a field takes back what was typed in one go, then the edit before', async () => {
    await panel.shortFilm('Undone', 2);
    await panel.card(2).getByRole('button', { name: 'Cảnh số 2', exact: true }).click();
    const box = panel.card(2).getByRole('textbox', { name: 'Description' });
    for (const part of [' with', ' more']) {
      await box.pressSequentially(part);
      await panel.card(2).getByText('Saved', { exact: true }).waitFor();
    }
    await panel.page.keyboard.press('Escape');
    await panel.card(2).getByRole('button', { name: 'Cảnh số 2 with more', exact: true }).waitFor();
    await panel.more(1, 'Delete scene');
    await panel.card(1).waitFor({ state: 'detached' });
    await panel.page.getByRole('button', { name: 'Menu' }).focus();
    await panel.page.keyboard.press('Control+z');
    await panel.card(1).waitFor();
    await panel.page.keyboard.press('Control+z');
    await panel.card(2).getByRole('button', { name: 'Cảnh số 2', exact: true }).waitFor();
  });

  it('[L1] an inserted scene gets the next number for life, and the first time says why', async () => {
    await panel.shortFilm('Inserted', 3);
    await panel.more(1, 'Insert scene after');
    await told('New scene 4 plays at place 2. Its number is its name for life.').waitFor();
    const box = panel.card(4).getByRole('textbox', { name: 'Description' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill('Một cảnh mới');
    await panel.page.keyboard.press('Escape');
    expect(await order()).toEqual(['Scene 1', 'Scene 4 · place 2', 'Scene 2 · place 3', 'Scene 3 · place 4']);
    await panel.more(4, 'Insert scene after');
    await told('Scene added').waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.getByRole('button', { name: 'Add scene', exact: true }).click();
    await panel.card(6).waitFor();
    expect((await order()).at(-1)).toBe('Scene 6');
  });

  it('[L1] a duplicate has the words, its own number, and no take', async () => {
    await panel.shortFilm('Copied', 2);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    await panel.more(1, 'Duplicate scene');
    await panel.waitForStatus(3, 'Not generated');
    await panel.card(3).getByRole('button', { name: 'Cảnh số 1', exact: true }).waitFor();
    expect(await order()).toEqual(['Scene 1', 'Scene 3 · place 2', 'Scene 2 · place 3']);
  });

  it('arrow keys on the handle move a scene and keep the focus there', async () => {
    await panel.shortFilm('Moved', 4);
    const handle = panel.card(2).getByRole('button', { name: 'Move scene 2' });
    await handle.focus();
    await panel.page.keyboard.press('ArrowDown');
    await told('Scene 2 is now 3 of 4').waitFor();
    await expect.poll(() => handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await panel.page.keyboard.press('ArrowDown');
    await told('Scene 2 is now 4 of 4').waitFor();
    await expect.poll(() => handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await panel.page.keyboard.press('ArrowUp');
    await told('Scene 2 is now 3 of 4').waitFor();
    await expect.poll(order).toEqual(['Scene 1', 'Scene 3 · place 2', 'Scene 2 · place 3', 'Scene 4']);
  });

  it('a scene is dragged to another place, and one press brings it back', async () => {
    await panel.shortFilm('Dragged', 3);
    await panel.card(1).hover();
    const to = await panel.card(2).boundingBox();
    const from = await panel.card(1).getByRole('button', { name: 'Move scene 1' }).boundingBox();
    if (to === null || from === null) throw new Error('not on the screen');
    await panel.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await panel.page.mouse.down();
    await panel.page.mouse.move(to.x + 60, to.y + 40, { steps: 5 });
    await panel.page.mouse.move(to.x + 60, to.y + to.height - 12, { steps: 5 });
    await panel.page.mouse.up();
    await told('Scene 1 is now 2 of 3').waitFor();
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 1 · place 2', 'Scene 3']);
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(order).toEqual(['Scene 1', 'Scene 2', 'Scene 3']);
  });
});
