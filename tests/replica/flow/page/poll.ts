import { refreshCredits } from './credits.ts';
import { refreshLibrary } from './library.ts';
import type { Page, Tile } from './page-state.ts';
import { clipOf, recordsAt, type Media } from './records.ts';
import { showMedia } from './tile-changes.ts';
import { later } from './timers.ts';

const CHATTER_MS = 4_000;
/** What the page says now and then about nothing; whoever listens has to tell it from orders. */
const CHATTER = ['NfrxTb', 'KV2T2d', 'LPzVkd', 'Yizz8d', 'WuwhI'] as const;

function isOpen({ kind, state, mediaId }: Tile): boolean {
  return kind === 'video' && mediaId !== null && (state === 'queued' || state === 'pending');
}

/** Asks for one medium with its addresses, as the page does when a tile is looked at. */
export async function askForMedia(page: Page, mediaId: string): Promise<Media | null> {
  const reply = await page.wire.call('as29s', [mediaId]);
  return reply.type === 'ok' ? clipOf(reply.payload) : null;
}

function take(page: Page, media: Media): void {
  const tile = page.store.get().tiles.find(({ mediaId }) => mediaId === media.mediaId);
  if (tile === undefined || !isOpen(tile)) return;
  showMedia(page, tile.key, media);
  if (media.state === 'done' && page.switches.asksForFinishedClips) void askForMedia(page, media.mediaId);
}

async function poll(page: Page): Promise<void> {
  const ids = page.store
    .get()
    .tiles.filter(isOpen)
    .map(({ mediaId }) => [mediaId]);
  if (ids.length === 0) return;
  const reply = await page.wire.call('jwpduf', [null, null, ids]);
  if (reply.type !== 'ok' || page.signal.aborted) return;
  const media = recordsAt(reply.payload, 2).flatMap((record) => clipOf(record) ?? []);
  for (const one of media) take(page, one);
  if (!media.some(({ state }) => state === 'done' || state === 'failed')) return;
  await refreshLibrary(page);
  await refreshCredits(page);
}

function repeat(page: Page, ms: number, act: () => Promise<unknown>): void {
  if (page.signal.aborted) return;
  const again = () => void act().finally(() => repeat(page, ms, act));
  const stop = later(ms, again, true);
  page.signal.addEventListener('abort', stop, { once: true });
}

/** The page's own timers: every few seconds it asks what is open, by `setTimeout`, which a hidden tab slows. */
export function startPolling(page: Page): void {
  let turn = 0;
  repeat(page, page.switches.pollMs, () => poll(page));
  repeat(page, CHATTER_MS, () => page.wire.call(CHATTER[turn++ % CHATTER.length] ?? 'NfrxTb', []));
}
