import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { driftsFor, openTwoClips } from './drift.ts';
import { hold, median } from './table.ts';

const FRAME_S = 1 / 24;

describe('two clips of a minute with sound, of different sizes, compared', () => {
  const folder = mkdtempSync(join(tmpdir(), 'retake-drift-'));
  let panel: Panel;
  let studio: Page;
  beforeAll(async () => {
    panel = await Panel.open();
    studio = await openTwoClips(panel, folder);
  });
  afterAll(async () => {
    await panel.close();
    rmSync(folder, { recursive: true });
  });

  // At double speed the minute is over after thirty seconds.
  it.each([
    [1, 58],
    [2, 28],
  ])('are less than a frame apart over the whole of it at speed %i', async (speed, seconds) => {
    await studio.getByRole('combobox', { name: 'Speed' }).selectOption(String(speed));
    await studio.getByRole('slider', { name: 'Position' }).fill('0');
    await studio.locator('[data-first]').focus();
    await studio.keyboard.press('k');
    const drifts = await driftsFor(studio, seconds, speed);
    await studio.keyboard.press('k');
    const ms = (value: number) => `${(value * 1000).toFixed(1)} ms`;
    hold({
      name: `apart at speed ${speed} over a minute of two clips, in its middle window of 2 s`,
      measured: `${ms(median(drifts))} (worst of ${drifts.length}: ${ms(Math.max(...drifts))})`,
      baseline: `a frame at 24 fps: ${ms(FRAME_S)}`,
      ratio: median(drifts) / FRAME_S,
      budget: 1,
    });
  });
});
