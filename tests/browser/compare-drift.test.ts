import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driftFor, openTwoClips } from './drift.ts';
import { Panel } from './panel.ts';

const FRAME_S = 1 / 24;

describe('two clips of a minute, of different sizes, compared', () => {
  const folder = mkdtempSync(join(tmpdir(), 'retake-drift-'));
  let panel: Panel;
  let studio: Page;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(async () => {
    await panel.close();
    rmSync(folder, { recursive: true });
  });

  it('are opened beside each other', async () => {
    studio = await openTwoClips(panel, folder);
  });

  it.each(['1', '2'])('play less than a frame apart at speed %s', async (speed) => {
    await studio.getByRole('slider', { name: 'Position' }).fill('1');
    await studio.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
    await studio.locator('[data-first]').focus();
    await studio.keyboard.press('k');
    const drifts: number[] = [];
    // A machine that stands still for a moment is waited for; two that are apart stay apart.
    await expect
      .poll(
        async () => {
          drifts.push(await driftFor(studio, 4, Number(speed)));
          return drifts.at(-1);
        },
        { timeout: 60_000 },
      )
      .toBeLessThan(FRAME_S);
    const told = drifts.map((drift) => `${(drift * 1000).toFixed(1)} ms`).join(', ');
    console.log(
      `apart at speed ${speed}, in 4 s each: ${told}; a frame is ${(FRAME_S * 1000).toFixed(1)} ms`,
    );
    await studio.keyboard.press('k');
    await studio.getByRole('button', { name: 'Play both' }).waitFor();
  });

  it('stand at the same frame when they are stepped', async () => {
    await studio.getByRole('slider', { name: 'Position' }).fill('20');
    for (let step = 0; step < 5; step++) await studio.keyboard.press('.');
    const frames = () =>
      studio
        .locator('video')
        .evaluateAll((all) =>
          all.map((video) => (video instanceof HTMLVideoElement ? Math.floor(video.currentTime * 24) : null)),
        );
    await expect.poll(frames).toEqual([485, 485]);
  });
});
