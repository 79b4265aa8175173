import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isId, isSceneIndex, isTakeNumber, type ProjectId } from '../../lib/domain/ids.ts';
import { Panel, PATIENCE_MS } from './panel.ts';

describe('the strip of takes', () => {
  let panel: Panel;
  let projectId: ProjectId;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  const scene = () => {
    const index = 1;
    if (!isSceneIndex(index)) throw new Error('no index');
    return { projectId, index };
  };
  const videos = async (): Promise<number> =>
    (await panel.takes()).filter(({ kind }) => kind === 'video').length;
  const strip = (): Locator => panel.card(1).getByRole('group', { name: 'Takes' });
  const take = (name: string | RegExp): Locator => strip().getByRole('button', { name });
  const names = (): Promise<readonly string[]> =>
    strip()
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  const archive = async (number: number): Promise<void> => {
    if (!isTakeNumber(number)) throw new Error('no number');
    await panel.command({ type: 'markTake', ...scene(), kind: 'video', number, archived: true });
  };

  it('shows each take with its number, and how long a video is', async () => {
    await panel.shortFilm('Strip', 1, 2);
    await panel.more(1, 'Generate video');
    await panel.waitForStatus(1, 'Done');
    const id = (await panel.rows('projects'))[0]?.['id'];
    if (!isId('project', id)) throw new Error('no project');
    projectId = id;
    for (const count of [2, 3]) {
      await panel.command({ type: 'generate', ...scene(), kind: 'video' });
      await expect.poll(videos, { timeout: PATIENCE_MS }).toBe(count);
    }
    await take('Video take 3, new').waitFor();
    expect(await names()).toEqual([
      'Video take 3, new',
      'Video take 2, new',
      'Video take 1, Picked',
      'Image take 1, Picked',
    ]);
    expect(await strip().innerText()).toBe(['3', '0:02', '2', '0:02', '1', '0:02', '1'].join('\n'));
  });

  it('is one stop of the Tab key, and arrows move inside it and show each take', async () => {
    await panel.card(1).getByRole('button', { name: 'Compare', exact: true }).first().focus();
    await panel.page.keyboard.press('Tab');
    const focused = (): Promise<string | null> =>
      panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    expect(await focused()).toBe('Video take 1, Picked');
    await panel.page.keyboard.press('ArrowLeft');
    await take('Video take 2').and(panel.page.locator('[aria-pressed=true]')).waitFor();
    // It is new until the mark that it was seen is stored.
    await expect.poll(focused).toBe('Video take 2');
    await panel.page.keyboard.press('Home');
    await take('Video take 3').and(panel.page.locator('[aria-pressed=true]')).waitFor();
    await take(/^Video take 3$/).waitFor();
    await panel.page.keyboard.press('End');
    await take('Image take 1, Picked').and(panel.page.locator('[aria-pressed=true]')).waitFor();
    expect((await panel.rows('scenes'))[0]).toMatchObject({ picks: { image: 1, video: 1 } });
  });

  it('keeps archived takes behind one button at its end, the pick in its place', async () => {
    await archive(2);
    await archive(1);
    const button = panel.card(1).getByRole('button', { name: '1 archived' });
    await button.waitFor();
    expect(await names()).toEqual(['Video take 3', 'Video take 1, Picked', 'Image take 1, Picked']);
    await button.click();
    await take('Video take 2, archived').waitFor();
    expect(await names()).toHaveLength(4);
    await button.click();
    expect(await names()).toHaveLength(3);
    await panel.command({ type: 'setSettings', language: 'vi' });
    await panel.page.getByRole('button', { name: '1 bản lưu trữ' }).click();
    await panel.page.getByRole('button', { name: 'Video, phiên bản 2, đã lưu trữ' }).waitFor();
    await panel.command({ type: 'setSettings', language: 'en' });
  });

  it('Enter pressed on and on upon the bin takes one take, and the focus goes to the one in use', async () => {
    await take('Video take 3').click();
    await panel.card(1).getByRole('button', { name: 'Move video take 3 to the bin' }).focus();
    for (let press = 0; press < 6; press++) {
      await panel.page.keyboard.press('Enter');
      await panel.page.waitForTimeout(150);
    }
    const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Video take 1, Picked');
    expect(await names()).toContain('Video take 1, Picked');
    expect(await names()).not.toContain('Video take 3');
  });
});
