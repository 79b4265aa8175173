import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { isId, type ProjectId } from '../../lib/domain/ids.ts';
import { sceneIndex } from '../fakes/studio.ts';
import { complaints, Panel, PATIENCE_MS } from './panel.ts';

describe('scenes that are chosen', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Choosing', 12);
  });
  afterAll(() => panel.close());

  const box = (index: number): Locator =>
    panel.page.getByRole('checkbox', { name: `Choose scene ${index}`, exact: true });
  const bar = (): Locator => panel.page.getByRole('region', { name: 'Chosen scenes' });
  const press = (name: string | RegExp): Promise<void> => bar().getByRole('button', { name }).click();
  const says = (words: string): Promise<void> => bar().getByText(words, { exact: true }).waitFor();
  const more = async (name: string): Promise<void> => {
    await press(/^More for /);
    await bar().getByRole('group').getByRole('button', { name, exact: true }).click();
  };
  const byRule = async (rule: RegExp): Promise<void> => {
    await press(/choose by rule$/);
    await bar().getByRole('group').getByRole('button', { name: rule }).click();
  };

  it('are chosen by a press, a range and the keyboard', async () => {
    await panel.menu('Menu', 'Choose');
    await says('0 chosen');
    await box(2).click();
    await box(5).click({ modifiers: ['Shift'] });
    await says('4 chosen');
    await panel.card(3).getByText('scene 3').or(panel.card(3).getByText('Cảnh số 3')).first().click();
    await says('3 chosen');
    await box(7).focus();
    await panel.page.keyboard.press('Space');
    await panel.page.keyboard.press('Shift+ArrowDown');
    await panel.page.keyboard.press('Shift+ArrowDown');
    await says('6 chosen');
    expect(await box(9).evaluate((element) => element === document.activeElement)).toBe(true);
    await panel.page.keyboard.press('Control+a');
    await says('12 chosen');
    expect(await complaints(panel)).toEqual([]);
    await panel.page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
    await panel.page.keyboard.press('c');
    await says('0 chosen');
  });

  it('[L3] get images: some their first, some another beside the one they have', async () => {
    await box(1).check();
    await press('Generate 1 image');
    await expect
      .poll(async () => (await panel.takes()).map(({ scene }) => scene), { timeout: PATIENCE_MS })
      .toEqual([1]);
    await box(2).check();
    await press('Generate 1 image, 1 again');
    await expect
      .poll(async () => (await panel.takes()).map(({ scene, number }) => `${scene}/${number}`).toSorted(), {
        timeout: PATIENCE_MS,
      })
      .toEqual(['1/1', '1/2', '2/1']);
  });

  it('are chosen by what they lack', async () => {
    await byRule(/^Without an image/);
    await says('10 chosen');
    await byRule(/^Changed since/);
    await says('0 chosen');
    await panel.command({
      type: 'editScene',
      projectId: await projectOf(panel),
      index: sceneIndex(2),
      text: { imagePrompt: 'khác' },
    });
    await byRule(/^Changed since/);
    await says('1 chosen');
    expect(await box(2).isChecked()).toBe(true);
  });

  it('get one length, and are deleted, each taken back by one undo', async () => {
    await byRule(/^All scenes/);
    await more('Length of 12 scenes');
    const dialog = panel.page.getByRole('dialog', { name: 'Length of 12 scenes' });
    await dialog.getByRole('spinbutton').fill('6');
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change length' }).click();
    const lengths = async () => new Set((await panel.rows('scenes')).map((row) => row['lengthS']));
    await expect.poll(lengths).toEqual(new Set([6]));
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(lengths).toEqual(new Set([1]));
    await press('Delete 12 scenes');
    await panel.page.getByText('No scenes yet').waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel.card(1).waitFor();
  });

  it('get a style of their own, seen in their prompts alone, and one undo takes it back', async () => {
    await byRule(/^None/);
    await box(2).check();
    await box(5).check();
    await more('Style of 2 scenes');
    const dialog = panel.page.getByRole('dialog', { name: 'Style of 2 scenes' });
    await dialog.getByRole('textbox').fill('đen trắng');
    expect(await complaints(panel)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add style' }).click();
    const styled = async () =>
      (await panel.rows('scenes'))
        .filter((row) => String(row['imagePrompt']).endsWith('\nđen trắng'))
        .filter((row) => String(row['videoPrompt']).endsWith('\nđen trắng'))
        .map((row) => row['index']);
    await expect.poll(styled).toEqual([2, 5]);
    await panel.page.getByText('Style added to 2 scenes', { exact: true }).waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(styled).toEqual([]);
  });

  it('are moved to the front of the queue, and cancelled, and no others', async () => {
    await panel.command({ type: 'pause' });
    await panel.command({ type: 'generateAll', projectId: await projectOf(panel), kind: 'image' });
    await byRule(/^None/);
    await box(11).check();
    await box(12).check();
    await more('First in line');
    const first = async () => {
      const raised = (await panel.rows('tasks')).filter(({ priority }) => Number(priority) > 0);
      return raised.map((row) => Number(row['sceneIndex'])).toSorted((a, b) => a - b);
    };
    await expect.poll(first).toEqual([11, 12]);
    await byRule(/^None/);
    await box(5).check();
    await box(6).check();
    await press('Cancel 2 scenes');
    await expect
      .poll(async () => {
        const open = (await panel.rows('tasks')).filter(({ phase }) => isQueued(phase));
        return open.map((row) => Number(row['sceneIndex'])).toSorted((a, b) => a - b);
      })
      .toEqual([3, 4, 7, 8, 9, 10, 11, 12]);
    await press('Done');
    await bar().waitFor({ state: 'detached' });
  });
});

describe('a choice in a long film', () => {
  it('[L1] outlives scrolling, since it is of scenes and not of what is on the screen', async () => {
    const panel = await Panel.open();
    await panel.shortFilm('Long', 300);
    await panel.page.keyboard.press('c');
    const box = (index: number): Locator =>
      panel.page.getByRole('checkbox', { name: `Choose scene ${index}`, exact: true });
    await box(1).check();
    await panel.goTo(250);
    await box(250).click({ modifiers: ['Shift'] });
    const bar = panel.page.getByRole('region', { name: 'Chosen scenes' });
    await bar.getByText('250 chosen', { exact: true }).waitFor();
    await panel.goTo(1);
    expect(await box(1).isChecked()).toBe(true);
    expect(await panel.page.getByRole('checkbox').count()).toBeLessThan(60);
    await panel.close();
  });
});

function isQueued(phase: unknown): boolean {
  return typeof phase === 'object' && phase !== null && 'state' in phase && phase.state === 'queued';
}

async function projectOf(panel: Panel): Promise<ProjectId> {
  const id = (await panel.rows('projects'))[0]?.['id'];
  if (!isId('project', id)) throw new Error('There is no project.');
  return id;
}
