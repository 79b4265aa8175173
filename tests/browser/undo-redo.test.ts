import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isId } from '../../lib/domain/ids.ts';
import { sceneIndex } from '../fakes/studio.ts';
import type { Panel } from './panel.ts';
import { PanelOnProfile } from './panel-on-profile.ts';

describe('undo and redo', () => {
  let life: PanelOnProfile;
  let panel: Panel;
  beforeAll(async () => {
    life = await PanelOnProfile.open();
    ({ panel } = life);
  });
  afterAll(() => life.close());

  const order = () => panel.page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
  const told = (words: string) => panel.page.getByRole('status').getByText(words, { exact: true });
  const keys = async (pressed: string): Promise<void> => {
    await panel.page.getByRole('button', { name: 'Menu' }).focus();
    await panel.page.keyboard.press(pressed);
  };

  it('keys and menu take back and bring back, each named', async () => {
    await panel.shortFilm('Back and forth', 3);
    await panel.edit(2, 'Description', 'Mở hũ mật');
    await panel.more(1, 'Delete scene');
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 3 · place 2']);
    await keys('Control+z');
    await expect.poll(order).toEqual(['Scene 1', 'Scene 2', 'Scene 3']);
    await told('Undone: scene deleted').waitFor();
    await panel.menu('Menu', 'Undo · Scene edited');
    await panel.card(2).getByRole('button', { name: 'Cảnh số 2', exact: true }).waitFor();
    await panel.menu('Menu', 'Redo · Scene edited');
    await panel.card(2).getByRole('button', { name: 'Mở hũ mật', exact: true }).waitFor();
    await told('Done again: scene edited').waitFor();
    await keys('Control+Shift+z');
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 3 · place 2']);
    await keys('Control+z');
    await expect.poll(order).toEqual(['Scene 1', 'Scene 2', 'Scene 3']);
    await keys('Control+y');
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 3 · place 2']);
  });

  it('[L10] both are there after the browser was closed, over 50 steps', async () => {
    await panel.shortFilm('Kept', 2);
    const projectId = (await panel.rows('projects')).find(({ name }) => name === 'Kept')?.['id'];
    if (!isId('project', projectId)) throw new Error('There is no project.');
    const [index, other] = [sceneIndex(1), sceneIndex(2)];
    for (let time = 0; time < 52; time++)
      await panel.command({ type: 'moveScene', projectId, index, after: time % 2 === 0 ? other : null });
    await panel.more(2, 'Delete scene');
    await panel.card(2).waitFor({ state: 'detached' });
    await life.closeAndOpen();
    ({ panel } = life);
    await panel.card(1).waitFor();
    await keys('Control+z');
    await panel.card(2).waitFor();
    for (let time = 0; time < 52; time++) {
      const before = await order();
      await keys('Control+z');
      await expect.poll(order).not.toEqual(before);
    }
    await panel.page.reload();
    await panel.card(2).waitFor();
    await panel.menu('Menu', 'Redo · Scene moved');
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 1 · place 2']);
    await panel.more(1, 'Duplicate scene');
    await panel.card(3).waitFor();
    await panel.page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
    await panel.page.getByRole('button', { name: 'Undo · Scene added' }).waitFor();
    expect(await panel.page.getByRole('button', { name: /^Redo/ }).count()).toBe(0);
    await panel.page.keyboard.press('Escape');
  });

  it('[L4] neither stops a task that is at work', async () => {
    await panel.shortFilm('At work', 2);
    await panel.setFaultPlan({ delayMs: 1_500 });
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Generating');
    await panel.more(1, 'Move down');
    await panel.more(2, 'Delete scene');
    for (const pressed of ['Control+z', 'Control+z', 'Control+y', 'Control+y', 'Control+z'])
      await keys(pressed);
    await panel.waitForStatus(1, 'Image ready');
    await expect.poll(order).toEqual(['Scene 2 · place 1', 'Scene 1 · place 2']);
    await panel.setFaultPlan(null);
  });
});
