import type { Page } from 'playwright-core';
import { makeClip } from '../fakes/clips.ts';
import { EXTENSION_ID } from '../browser/launch.mjs';
import type { Panel } from '../browser/panel.ts';
import { dropFiles } from '../browser/picture-files.ts';

/** A frame as it was shown: its place in the video in seconds, and when it was to be seen, in ms. */
type Shown = readonly [mediaS: number, atMs: number];

/** Windows in which the videos are compared, in ms: in each some frames are shown as early as they can be. */
const WINDOW_MS = 2000;

/** Opens the studio with two clips of a minute as takes of one scene, of different sizes; nothing is played yet. */
export async function openTwoClips(panel: Panel, folder: string): Promise<Page> {
  const video = ['-bf', '2', '-g', '48', '-tune', 'zerolatency'];
  const paths = [
    makeClip(folder, 'large', { lengthS: 60, size: '960x540', video }),
    makeClip(folder, 'small', { lengthS: 60, size: '480x270', video }),
  ];
  await panel.shortFilm('In step', 1);
  const box = await panel.card(1).boundingBox();
  if (box === null) throw new Error('The scene is not on the screen.');
  await dropFiles(panel.page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, paths);
  await panel
    .card(1)
    .getByRole('button', { name: /^Video take 2/ })
    .waitFor({ timeout: 60_000 });
  const [project] = await panel.rows('projects');
  const studio = await panel.context.newPage();
  await studio.emulateMedia({ reducedMotion: 'reduce' });
  await studio.setViewportSize({ width: 1366, height: 640 });
  const address = `${String(project?.['id'])}/compare/1.video.1/1.video.2`;
  await studio.goto(`chrome-extension://${EXTENSION_ID}/studio.html#${address}`);
  await studio.getByRole('button', { name: 'Play both' }).waitFor();
  return studio;
}

/**
 * Looks at what both videos show for a while; answers how far apart they were in each window, in seconds of the video. A
 * frame is shown at its time or later, never before, so that in each window the earliest of each video are compared: the
 * rest is the machine’s lateness. Source: requestVideoFrameCallback’s `mediaTime` and `expectedDisplayTime`.
 */
export async function driftsFor(studio: Page, seconds: number, speed: number): Promise<readonly number[]> {
  const [left = [], right = []] = await studio.evaluate(framesOf, seconds * 1000);
  const from = Math.max(left[0]?.[1] ?? 0, right[0]?.[1] ?? 0);
  const windows = Math.floor((seconds * 1000) / WINDOW_MS);
  return Array.from({ length: windows }, (_, at) => {
    const start = from + at * WINDOW_MS;
    return Math.abs(earliest(left, start, speed) - earliest(right, start, speed));
  });
}

/** How far before the clock a video is in a window, in seconds of the video. */
function earliest(frames: readonly Shown[], startMs: number, speed: number): number {
  const inside = frames.filter(([, atMs]) => atMs >= startMs && atMs < startMs + WINDOW_MS);
  return Math.max(...inside.map(([mediaS, atMs]) => mediaS - (atMs / 1000) * speed));
}

/** In the page. */
async function framesOf(forMs: number): Promise<Shown[][]> {
  const ends = performance.now() + forMs;
  return Promise.all(
    [...document.querySelectorAll('video')].map(
      (video) =>
        new Promise<Shown[]>((resolve) => {
          const shown: Shown[] = [];
          const next: VideoFrameRequestCallback = (nowMs, { mediaTime, expectedDisplayTime }) => {
            shown.push([mediaTime, expectedDisplayTime]);
            if (nowMs < ends) video.requestVideoFrameCallback(next);
            else resolve(shown);
          };
          video.requestVideoFrameCallback(next);
        }),
    ),
  );
}
