import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '../browser/panel.ts';
import { readWatched, watchPreview, type ShownFrame } from '../browser/preview-watch.ts';
import { median, report } from './table.ts';

const SCENES = 6;
const ROUNDS = 4;
const FRAME_MS = 1000 / 24;

describe('the preview of a film', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  async function playOnce(): Promise<readonly ShownFrame[]> {
    await panel.menu('Menu', 'Play film');
    const dialog = panel.page.getByRole('dialog', { name: 'Play film' });
    await dialog.getByText(`0:${SCENES * 2} / 0:${SCENES * 2}`).waitFor({ timeout: 60_000 });
    await panel.page.keyboard.press('Escape');
    return (await readWatched(panel.page)).frames;
  }

  it('passes from one clip to the next within two frames', async () => {
    await panel.shortFilm('Seams', SCENES, 2);
    await panel.menu('Menu', 'Generate all videos');
    for (let index = 1; index <= SCENES; index++) {
      await panel.goTo(index);
      await panel.waitForStatus(index, 'Done');
    }
    await watchPreview(panel.page);
    const seams: number[] = [];
    const within: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const frames = await playOnce();
      seams.push(...gaps(frames, 'between'));
      within.push(...gaps(frames, 'within'));
    }
    expect(seams).toHaveLength(ROUNDS * (SCENES - 1));
    const mean = seams.reduce((sum, gap) => sum + gap, 0) / seams.length;
    report({
      name: 'time lost at a seam of the preview, on average',
      measured: `${mean.toFixed(1)} ms (median ${median(seams).toFixed(1)}, worst ${Math.max(...seams).toFixed(1)})`,
      baseline: `a frame at 24 fps: ${FRAME_MS.toFixed(1)} ms (within a clip, worst ${Math.max(...within).toFixed(1)})`,
      ratio: mean / FRAME_MS,
      budget: 2,
    });
  });
});

/** How much later than in a film of one file a frame was shown after the one before it, in ms. */
function gaps(frames: readonly ShownFrame[], where: 'between' | 'within'): readonly number[] {
  const clips = [...new Set(frames.map(({ clip }) => clip))];
  const byClip = clips.map((clip) => frames.filter((frame) => frame.clip === clip));
  if (where === 'within')
    return byClip.flatMap((own) => own.slice(2).map((frame, at) => late(own[at + 1], frame, 0)));
  // The first frame of a clip is decoded ahead and shown with the turn: the second one tells when the clip began to run.
  return byClip.slice(1).map((own, at) => late(byClip[at]?.at(-1), own[1], 2));
}

function late(before: ShownFrame | undefined, after: ShownFrame | undefined, lengthS: number): number {
  if (before === undefined || after === undefined) return Number.NaN;
  return after.atMs - before.atMs - (lengthS + after.mediaS - before.mediaS) * 1000;
}
