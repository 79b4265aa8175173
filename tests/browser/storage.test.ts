import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { isSceneIndex, type SceneIndex } from '../../lib/domain/ids.ts';
import { complaints, Panel, PATIENCE_MS } from './panel.ts';

function scene(index: number): SceneIndex {
  if (!isSceneIndex(index)) throw new Error('no index');
  return index;
}

async function openStorage(panel: Panel): Promise<Locator> {
  await panel.menu('Menu', 'Storage');
  const dialog = panel.page.getByRole('dialog', { name: 'Storage' });
  await dialog.getByText('Retake keeps').waitFor();
  return dialog;
}

/** Makes an image again until there are so many takes of scene 1. */
async function makeTakes(panel: Panel, count: number): Promise<void> {
  const made = async () => (await panel.takes()).length;
  for (let number = (await made()) + 1; number <= count; number++) {
    if (number === 1) await panel.press(1, 'Generate image');
    else await panel.more(1, 'Regenerate image');
    await expect.poll(made, { timeout: PATIENCE_MS }).toBe(number);
  }
}

const countOf = async (panel: Panel, store: string): Promise<number> => (await panel.rows(store)).length;

describe('storage', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('frees space by hand: stars and picks stay, one press undoes, and only the emptied bin gives bytes back', async () => {
    await panel.shortFilm('Storage', 1);
    await makeTakes(panel, 4);
    const before = await countOf(panel, 'assets');
    await panel
      .card(1)
      .getByRole('button', { name: /^Image take 3/ })
      .click();
    const star = panel.card(1).getByRole('button', { name: 'Star Image take 3' });
    await star.click();
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    await panel
      .card(1)
      .getByRole('button', { name: /^Image take 3, Starred/ })
      .waitFor();

    const dialog = await openStorage(panel);
    await dialog.getByText(/^2 takes are neither picked nor starred/).waitFor();
    expect(await complaints(panel)).toEqual([]);
    const free = dialog.getByRole('button', { name: 'Move the unused takes of Storage to the bin' });
    await free.click();
    await dialog.getByText(/It holds 2 takes/).waitFor();
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await dialog.getByText('The bin is empty.').waitFor();
    await free.click();
    await dialog.getByText(/It holds 2 takes/).waitFor();
    expect(await countOf(panel, 'assets')).toBe(before);
    await dialog.getByRole('button', { name: 'Empty the bin' }).click();
    await dialog.getByText(/^The bin is empty: .* given back$/).waitFor();
    await dialog.getByText('Every take is picked or starred.').waitFor();
    expect(await countOf(panel, 'assets')).toBeLessThan(before);
    expect((await panel.takes()).map(({ number }) => number)).toEqual([1, 3]);
    for (const take of await panel.hashedTakes()) expect(take.sha256).toBeTruthy();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await panel.more(1, 'Regenerate image');
    await expect
      .poll(async () => (await panel.takes()).map(({ number }) => number), { timeout: PATIENCE_MS })
      .toEqual([1, 3, 5]);
  });

  it('takes a deleted project away whole, and checks what is left', async () => {
    await panel.shortFilm('Gone', 1);
    await panel.press(1, 'Generate image');
    await panel.waitForStatus(1, 'Image ready');
    await panel.menu(/^Project: /, 'Delete project');
    await panel.page.getByRole('button', { name: 'Project: Storage' }).waitFor();
    const dialog = await openStorage(panel);
    await dialog.getByText(/It holds 1 project, 1 take/).waitFor();
    await dialog.getByRole('button', { name: 'Empty the bin' }).click();
    await dialog.getByText('The bin is empty.').waitFor();
    expect(await countOf(panel, 'projects')).toBe(1);
    expect(await countOf(panel, 'scenes')).toBe(1);
    await dialog.getByRole('button', { name: 'Check the store' }).click();
    await dialog.getByText('Everything is in order').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
  });

  it('lets a waiting scene go first or last, and undo puts it back', async () => {
    await panel.shortFilm('Queue', 3);
    await panel.menu('Menu', 'Pause');
    await panel.menu('Menu', 'Generate all images');
    await panel.waitForStatus(3, 'Queued');
    await panel.card(3).getByText('The queue is paused.').waitFor();
    await panel.more(3, 'First in line');
    await panel.page.getByText('Moved to the front of the queue', { exact: true }).waitFor();
    await panel.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel.page.getByText('Undone: moved to the front of the queue', { exact: true }).waitFor();
    await panel.more(3, 'First in line');
    await panel.page.getByText('Moved to the front of the queue', { exact: true }).waitFor();
    await panel.more(1, 'Do last');
    await panel.page.getByText('Moved to the end of the queue', { exact: true }).waitFor();
    await panel.setFaultPlan({ neverFinish: [scene(1), scene(2), scene(3)] });
    await panel.menu('Menu', 'Resume');
    await panel.waitForStatus(3, 'Generating');
    await panel.waitForStatus(2, 'Generating');
    expect(await panel.status(1)).toBe('Queued');
    await panel.setFaultPlan(null);
    await panel.waitForStatus(1, 'Image ready');
  });

  it('[L13] a provider on hold has one banner that says what helps, however many scenes wait', async () => {
    await panel.shortFilm('Held', 3);
    await panel.setFaultPlan({
      faults: [{ scene: scene(1), kind: 'image', step: 'submit', fault: { type: 'Distrusted' } }],
    });
    await panel.menu('Menu', 'Pause');
    await panel.menu('Menu', 'Generate all images');
    await panel.waitForStatus(3, 'Queued');
    await panel.menu('Menu', 'Resume');
    const banner = panel.page.locator('.banner', { hasText: 'The service doubts this account' });
    await banner.waitFor();
    expect(await banner.count()).toBe(1);
    await panel
      .card(1)
      .getByText(/^Waits: The service doubts this account/)
      .waitFor();
    expect(await complaints(panel)).toEqual([]);
    await panel.setFaultPlan(null);
    await banner.getByRole('button', { name: 'Go on' }).click();
    for (const index of [1, 2, 3]) await panel.waitForStatus(index, 'Image ready');
    await banner.waitFor({ state: 'detached' });
  });
});
