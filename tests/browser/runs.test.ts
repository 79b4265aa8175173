import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sceneIndex } from '../fakes/studio.ts';
import { complaints, Panel, PATIENCE_MS } from './panel.ts';

const REFUSED = { type: 'ContentRefused', what: 'prompt', words: '' } as const;

describe('a batch while it runs and when it is over', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
    await panel.shortFilm('Run', 9);
  });
  afterAll(() => panel.close());

  const line = () => panel.page.getByRole('banner').getByRole('button', { name: /^At work: / });
  const opened = () => panel.page.getByRole('banner').getByRole('group', { name: /^At work: / });

  it('says how far it is, the scenes at work and the reasons of what failed, each a way to its scene', async () => {
    const faults = [{ scene: sceneIndex(8), kind: null, step: 'submit', fault: REFUSED }] as const;
    await panel.setFaultPlan({ faults, neverFinish: [sceneIndex(9)] });
    await panel.menu('Menu', 'Generate all images');
    await expect.poll(() => line().innerText(), { timeout: PATIENCE_MS }).toMatch(/^8 of 9/);
    await line().click();
    const list = opened();
    await expect
      .poll(() => list.getByRole('listitem').allInnerTexts())
      .toEqual(['Generating 1', 'Done 7', 'Failed 1']);
    expect(await complaints(panel)).toEqual([]);
    await list.getByRole('button', { name: /^Scene 8:.*refused/ }).click();
    await expect
      .poll(() => panel.card(8).evaluate((card) => card.contains(document.activeElement)))
      .toBe(true);
    await line().click();
    await list.getByRole('button', { name: 'Scene 9 · Image · Generating' }).click();
    await expect
      .poll(() => panel.card(9).evaluate((card) => card.contains(document.activeElement)))
      .toBe(true);
  });

  it('keeps the fixed part within 120 px, and pauses and stops from there', async () => {
    const { height } = (await panel.page.getByRole('banner').boundingBox()) ?? { height: 0 };
    expect(height).toBeLessThanOrEqual(120);
    await line().click();
    await opened().getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => line().innerText()).toContain('paused');
    await line().click();
    await opened().getByRole('button', { name: 'Resume' }).click();
    await line().click();
    await opened().getByRole('button', { name: 'Stop all' }).click();
    await line().waitFor({ state: 'detached' });
  });

  it('says in one line what it did, and offers what is left', async () => {
    const end = panel.page.getByRole('region', { name: 'What was made' });
    await end.getByText(/^Finished: 7 made\. 1 failed\. \d+ stopped\.$/).waitFor();
    await panel.setFaultPlan(null);
    await end.getByRole('button', { name: 'Generate 8 missing videos' }).click();
    await end.waitFor({ state: 'detached' });
    // Scene 8 was refused for its words, which are still the same.
    await end.getByText(/^Finished: \d+ made\.$/).waitFor({ timeout: PATIENCE_MS });
    await end.getByRole('button', { name: 'Retry 1 failed' }).waitFor();
    await end.getByRole('button', { name: 'Close' }).click();
    await end.waitFor({ state: 'detached' });
  });
});
