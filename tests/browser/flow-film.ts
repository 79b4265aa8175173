import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowPanel } from './flow-panel.ts';
import { PATIENCE_MS } from './panel.ts';
import { atRest } from './stored-laws.ts';

/** Scenes 3 and 5 say the same: nothing but ids can tell them apart. */
function promptsOf(scenes: number): readonly string[] {
  return Array.from({ length: scenes }, (_, at) => `a red fox in scene ${at === 4 ? 3 : at + 1}`);
}

/** Makes a film of images and clips from them on Flow, beside the real side panel of a small laptop. */
export function playFilm(scenes: number): void {
  describe('a film made on Flow, beside the real side panel in a window of 1366 × 728', () => {
    let panel: FlowPanel;
    beforeAll(async () => {
      panel = await FlowPanel.openBeside({ window: { width: 1366, height: 728 } });
      await panel.flowFilm('Cáo đỏ', promptsOf(scenes));
    });
    afterEach(() => {
      expect(panel.replica.misdeeds).toEqual({});
      expect(panel.replica.defects).toEqual([]);
    });
    afterAll(() => panel.close());

    it('[L17] has every image after a press for each, whatever order they are finished in', async () => {
      await panel.menu('Menu', 'Generate all images');
      await pressAll(panel, 'image', scenes);
      // Nothing waits for Flow any more: its page has the user's zoom again.
      await expect.poll(() => panel.flow.evaluate(() => devicePixelRatio)).toBe(1);
      const images = (await panel.takes()).filter(({ kind }) => kind === 'image');
      expect(images.map(({ scene }) => scene)).toEqual(everyScene(scenes));
      expect(panel.replica.counters.submits).toBe(scenes);
    });

    it('[L1] has every clip from its own image, and none on another scene', async () => {
      await panel.menu('Menu', 'Generate all videos');
      await pressAll(panel, 'video', scenes);
      const { broken, summary, attempts } = await atRest(panel, PATIENCE_MS);
      console.log(`a film on Flow: ${summary}`);
      expect(broken).toEqual([]);
      expect(attempts).toHaveLength(scenes * 2);
      const clips = (await panel.takes()).filter(({ kind }) => kind === 'video');
      expect(clips.map(({ scene }) => scene)).toEqual(everyScene(scenes));
      for (const { scene } of clips) {
        const bytes = readFileSync(await panel.save(scene, 'video', 1)).toString('latin1');
        expect(bytes).toContain(await mediaOfScene(panel, scene));
      }
    });

    it('[L2] leaves alone what the user makes for himself meanwhile', async () => {
      const before = (await panel.takes()).length;
      panel.replica.userOrder('somebody else’s fox');
      panel.replica.finishAll();
      await panel.flow.reload();
      await panel.flow.locator('flow-prompt-box').waitFor();
      await panel.press(1, 'Regenerate image');
      await panel.pressWhenReady();
      await expect
        .poll(() => (panel.replica.finishAll(), panel.takes()), { timeout: PATIENCE_MS })
        .toHaveLength(before + 1);
    });
  });
}

/** Presses Start for every scene, and lets the service finish the newest order first while others wait. */
async function pressAll(panel: FlowPanel, kind: string, scenes: number): Promise<void> {
  let pressed = 0;
  const made = async (): Promise<number> => (await panel.takes()).filter((take) => take.kind === kind).length;
  while (pressed < scenes) {
    await finishNewest(panel, pressed - (await made()) >= 3);
    await panel.pressWhenReady();
    // Beside the panel Flow has too little room for its whole layout, unless its page is made smaller.
    expect(await panel.flow.evaluate(() => devicePixelRatio)).toBeLessThan(1);
    pressed++;
  }
  await expect.poll(() => (panel.replica.finishAll(), made()), { timeout: PATIENCE_MS }).toBe(scenes);
}

async function finishNewest(panel: FlowPanel, isFull: boolean): Promise<void> {
  const newest = panel.replica.jobs.at(-1);
  if (isFull && newest !== undefined) panel.replica.finish(newest.mediaId);
}

/** The media that the service gave to the order of a scene, as the attempt's own sighting names it. */
async function mediaOfScene(panel: FlowPanel, scene: number): Promise<string> {
  const rows = await panel.rowsTogether(['attempts', 'sightings']);
  const attempt = rows.get('attempts')?.find((row) => row['sceneIndex'] === scene && row['kind'] === 'video');
  const sighting = rows.get('sightings')?.find((row) => row['operation'] === attempt?.['operation']);
  const text = JSON.stringify(sighting?.['facts']);
  return /"media":\[\{"mediaId":"([^"]+)"/.exec(text)?.[1] ?? 'no media';
}

function everyScene(scenes: number): readonly number[] {
  return Array.from({ length: scenes }, (_, at) => at + 1);
}
