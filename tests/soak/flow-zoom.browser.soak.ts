import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from '../browser/flow-panel.ts';
import { PATIENCE_MS } from '../browser/panel.ts';

/** A screen of 1366 × 768 that shows everything at 125 %. */
const WINDOW = { width: 1093, height: 614 };
const SMALLEST = 0.67;

describe('Flow beside the real side panel in a window of 1093 px', () => {
  let panel: FlowPanel;
  beforeAll(async () => {
    panel = await FlowPanel.openBeside({ window: WINDOW });
    await panel.flowFilm('Cáo đỏ', ['a red fox', 'a blue heron', 'a green frog']);
  });
  afterEach(() => {
    expect(panel.replica.misdeeds).toEqual({});
    expect(panel.replica.defects).toEqual([]);
  });
  afterAll(() => panel.close());

  it('[L17] has room for its whole layout once its page is small enough, and the user’s zoom at the end', async () => {
    expect(await isNarrow(panel)).toBe(true);
    for (const kind of ['image', 'video'] as const) {
      await panel.press(1, kind === 'image' ? 'Generate image' : 'Generate video');
      await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
      expect(await isNarrow(panel)).toBe(false);
      expect(await zoom(panel)).toBeCloseTo(SMALLEST, 2);
      await panel.pressWhenReady();
      await expect.poll(() => finish(panel, kind), { timeout: PATIENCE_MS }).toEqual([1]);
      await expect.poll(() => zoom(panel)).toBe(1);
    }
    const [, video] = await panel.takes();
    expect(video).toMatchObject({ scene: 1, kind: 'video' });
    expect(panel.replica.jobs).toHaveLength(2);
  });

  it('says that its page was made smaller, and gives the user’s zoom back for the rest of the queue', async () => {
    await panel.press(2, 'Generate image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(2);
    const line = panel.page.getByRole('region', { name: 'Flow’s page is shown smaller' });
    await expect.poll(() => line.innerText()).toContain('67 %');
    await line.getByRole('button', { name: 'Undo' }).click();
    await line.waitFor({ state: 'detached' });
    await expect.poll(() => zoom(panel)).toBe(1);
    await tooNarrow(panel);
    // Nothing stands ready that the page would send without its pictures, and nobody touches its zoom again.
    expect(await panel.readyScene()).toBeNull();
    await panel.page.locator('.banner').getByRole('button', { name: 'Try now' }).click();
    await tooNarrow(panel);
    expect(await zoom(panel)).toBe(1);
    expect(panel.replica.jobs).toHaveLength(2);
  });

  it('goes on by itself once the user has made room', async () => {
    await resize(panel, 1500);
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(2);
    expect(await zoom(panel)).toBe(1);
    await panel.pressWhenReady();
    await expect.poll(() => finish(panel, 'image'), { timeout: PATIENCE_MS }).toEqual([1, 2]);
  });

  it('says what helps where even the smallest page has too little room', async () => {
    await resize(panel, 900);
    await panel.press(3, 'Generate image');
    await tooNarrow(panel);
    expect(await zoom(panel)).toBeCloseTo(SMALLEST, 2);
    await resize(panel, WINDOW.width);
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(3);
    await panel.pressWhenReady();
    await expect.poll(() => finish(panel, 'image'), { timeout: PATIENCE_MS }).toEqual([1, 2, 3]);
    await expect.poll(() => zoom(panel)).toBe(1);
  });

  it('has the user’s zoom back when the panel is closed over an order that stands ready, not when it loads again', async () => {
    await panel.press(1, 'Regenerate image');
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    await panel.page.reload();
    await panel.card(1).waitFor();
    await expect.poll(() => panel.readyScene(), { timeout: PATIENCE_MS }).toBe(1);
    expect(await zoom(panel)).toBeCloseTo(SMALLEST, 2);
    await panel.page.close();
    await expect.poll(() => zoom(panel)).toBe(1);
  });
});

function zoom({ flow }: FlowPanel): Promise<number> {
  return flow.evaluate(() => devicePixelRatio);
}

/** Flow's layout for phones: it has no place for pictures. */
async function isNarrow({ flow }: FlowPanel): Promise<boolean> {
  return (await flow.locator('div.mobile-overlay').count()) > 0;
}

async function tooNarrow({ page }: FlowPanel): Promise<void> {
  const words = 'Flow has too little room beside this panel. Make the window wider';
  await page.locator('.banner').filter({ hasText: words }).waitFor({ timeout: PATIENCE_MS });
}

/** Ends what is at work; answers the scenes that have a take of the kind. */
async function finish(panel: FlowPanel, kind: string): Promise<readonly number[]> {
  panel.replica.finishAll();
  const takes = await panel.takes();
  return takes.filter((take) => take.kind === kind).map(({ scene }) => scene);
}

async function resize({ context, flow }: FlowPanel, width: number): Promise<void> {
  const session = await context.newCDPSession(flow);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width } });
  await session.detach();
}
