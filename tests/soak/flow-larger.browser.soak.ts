import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from '../browser/flow-panel.ts';
import { PATIENCE_MS } from '../browser/panel.ts';

describe('a larger size that the user has made on Flow', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside({ switches: { tier: 'ultra' } });
    // Both say the same: nothing but ids can tell them apart.
    const projectId = await panel.flowFilm('Cáo đỏ', ['a red fox', 'a red fox']);
    await panel.command({ type: 'setProject', projectId, videoFrom: 'text' });
  });
  afterEach(() => {
    expect(panel.replica.misdeeds).toEqual({});
    expect(panel.replica.defects).toEqual([]);
  });
  afterAll(() => panel.close());

  it('[L1] [L3] becomes another take of the scene that it is of, and is not picked', async () => {
    for (const scene of [1, 2]) {
      await panel.press(scene, 'Generate video');
      await panel.pressWhenReady();
      await expect.poll(() => videos(panel), { timeout: PATIENCE_MS }).toContain(`${scene} 1`);
    }
    const [first, second] = panel.replica.jobs.map(({ mediaId }) => mediaId);
    await enlarge(panel, first ?? '', '1080p');
    await expect.poll(() => videos(panel), { timeout: PATIENCE_MS }).toEqual(['1 1', '1 2', '2 1']);
    const bytes = readFileSync(await panel.save(1, 'video', 2)).toString('latin1');
    expect(bytes).toContain(`${first}_upsampled`);
    expect(bytes).not.toContain(second);
    const scenes = await panel.rows('scenes');
    const picks = scenes.map(({ picks: each }) => each);
    expect(picks).toMatchObject([{ video: 1 }, { video: 1 }]);
    const name = /^Video take 2, .*larger size/;
    await panel.card(1).getByRole('group', { name: 'Takes' }).getByRole('button', { name }).waitFor();
  });

  it('[L9] shows what it took with the film’s other orders', async () => {
    const [first] = panel.replica.jobs.map(({ mediaId }) => mediaId);
    await enlarge(panel, first ?? '', '4K');
    await expect.poll(() => videos(panel), { timeout: PATIENCE_MS }).toEqual(['1 1', '1 2', '1 3', '2 1']);
    const rows = await panel.rows('ledger');
    expect(rows.map(({ larger }) => larger)).toContainEqual([0, 50]);
    await panel.menu('Menu', 'Spent');
    const spent = panel.page.getByRole('dialog', { name: 'Spent' }).getByRole('row', { name: 'Scene 1' });
    await expect.poll(() => spent.innerText()).toBe('Scene 1\t2 orders\t60 credits');
    await panel.page.keyboard.press('Escape');
    const strip = panel.card(1).getByRole('group', { name: 'Takes' });
    await strip.getByRole('button', { name: /^Video take 3, .*larger size/ }).click();
    await panel.press(1, 'About Video take 3');
    const about = panel.card(1).getByRole('region', { name: 'About Video take 3' });
    await about.getByText('50 credits', { exact: true }).waitFor();
  });

  it('of something that is none of Retake’s becomes nothing', async () => {
    panel.replica.userOrder('somebody else’s fox');
    panel.replica.finishAll();
    await panel.flow.reload();
    await panel.flow.locator('flow-prompt-box').waitFor();
    await enlarge(panel, panel.replica.jobs.at(-1)?.mediaId ?? '', '1080p');
    await enlarge(panel, panel.replica.jobs[1]?.mediaId ?? '', '1080p');
    await expect
      .poll(() => videos(panel), { timeout: PATIENCE_MS })
      .toEqual(['1 1', '1 2', '1 3', '2 1', '2 2']);
  });
});

/** Presses Flow's own items with a real pointer, and lets the service make the larger one. */
async function enlarge({ flow, replica }: FlowPanel, mediaId: string, size: string): Promise<void> {
  const before = replica.jobs.length;
  await flow.locator(`img[data-media-id="${mediaId}"]`).click({ button: 'right' });
  await item(flow.locator('flow-menu-item'), /download/).click();
  await item(flow.locator('flow-menu-item'), new RegExp(`^${size}$`)).click();
  await expect.poll(() => replica.jobs.length).toBe(before + 1);
  replica.finishAll();
}

function item(items: Locator, words: RegExp): Locator {
  return items.filter({ hasText: words }).locator('button');
}

async function videos(panel: FlowPanel): Promise<readonly string[]> {
  panel.replica.finishAll();
  const takes = await panel.takes();
  const own = takes.filter(({ kind }) => kind === 'video');
  return own.map(({ scene, number }) => `${scene} ${number}`).toSorted();
}
