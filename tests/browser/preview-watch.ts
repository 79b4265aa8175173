import type { Page } from 'playwright-core';

/** A frame of a video that was given to the screen. */
export interface ShownFrame {
  /** Which clip, by its URL. */
  readonly clip: string;
  /** Seconds since the clip's beginning. */
  readonly mediaS: number;
  /** When it was shown, in ms of the page's clock. */
  readonly atMs: number;
}

/** Another player came in front. */
export interface Seam {
  readonly clip: string;
  /** What it had by then, as `readyState` tells. */
  readonly readyState: number;
}

/** What was seen of a preview, and what it held. */
export interface Watched {
  readonly frames: readonly ShownFrame[];
  readonly seams: readonly Seam[];
  /** Scenes as they were seen, each once as long as it stood. */
  readonly scenes: readonly number[];
  /** Object URLs of videos that lived at one time, at most. */
  readonly mostUrls: number;
  readonly urlsNow: number;
}

/** Notes everything that a preview shows from now on; before the panel is opened. */
export async function watchPreview(page: Page): Promise<void> {
  await page.addInitScript(watch);
  await page.reload();
}

/** What was noted since the last time. */
export function readWatched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const read: unknown = Reflect.get(window, 'readPreview');
    if (typeof read !== 'function') throw new Error('Nobody watches.');
    return read();
  });
}

/** Runs in the page. */
function watch(): void {
  let noted = { frames: [] as ShownFrame[], seams: [] as Seam[], scenes: [] as number[], mostUrls: 0 };
  const urls = new Set<string>();
  const make = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (of: Blob | MediaSource): string => {
    const url = make(of);
    if (of instanceof Blob && of.type.startsWith('video/')) urls.add(url);
    noted.mostUrls = Math.max(noted.mostUrls, urls.size);
    return url;
  };
  URL.revokeObjectURL = (url: string): void => {
    urls.delete(url);
    revoke(url);
  };
  const followed = new WeakSet<HTMLVideoElement>();
  const follow = (video: HTMLVideoElement): void => {
    video.requestVideoFrameCallback((_now, { mediaTime, expectedDisplayTime }) => {
      noted.frames.push({ clip: video.currentSrc, mediaS: mediaTime, atMs: expectedDisplayTime });
      follow(video);
    });
  };
  let front: Element | null = null;
  new MutationObserver(() => {
    const stage = document.querySelector('.stage');
    const seen = Number(stage?.getAttribute('data-seen'));
    if (stage !== null && noted.scenes.at(-1) !== seen) noted.scenes.push(seen);
    for (const video of stage?.querySelectorAll('video') ?? []) {
      if (!followed.has(video)) follow(video);
      followed.add(video);
      if (!video.classList.contains('front') || video === front || video.currentSrc === '') continue;
      if (front !== null) noted.seams.push({ clip: video.currentSrc, readyState: video.readyState });
      front = video;
    }
    if (stage === null) front = null;
  }).observe(document, { childList: true, subtree: true, attributes: true });
  Reflect.set(window, 'readPreview', () => {
    const read = { ...noted, urlsNow: urls.size };
    noted = { frames: [], seams: [], scenes: [], mostUrls: urls.size };
    return read;
  });
}
