import { LIBRARY, type LibraryItem } from '../contract.ts';
import { failureWords } from './failure-words.ts';
import type { Page, Tile } from './page-state.ts';
import { queuedTile } from './tile-changes.ts';

/** Pictures are listed when they are done: until then only the reply that is still open knows of them. */
async function readLibrary(projectId: string): Promise<readonly LibraryItem[]> {
  const reply = await fetch(`${LIBRARY}?project=${encodeURIComponent(projectId)}`);
  const items = reply.ok ? ((await reply.json()) as readonly LibraryItem[]) : [];
  return items.filter(({ kind, state }) => kind !== 'image' || state !== 'pending');
}

function tileOf(item: LibraryItem, { switches: { locale } }: Page): Tile {
  const { errorCode, ...shown } = item;
  const failure = item.state === 'failed' ? failureWords(errorCode, locale) : null;
  return { ...shown, key: item.mediaId, failure };
}

/** What the library adds to a tile that the page has drawn itself; its state is the page's own affair. */
function informed(tile: Tile, items: readonly LibraryItem[]): Tile {
  const item = items.find(({ mediaId }) => mediaId === tile.mediaId);
  if (item === undefined) return tile;
  const { title, thumb, width, height } = item;
  return { ...tile, title, width, height, thumb: tile.thumb ?? thumb };
}

/** Error tiles of earlier days, which the page draws as long as nobody deletes them. */
function oldFailures({ switches }: Page): readonly Tile[] {
  return Array.from({ length: switches.oldFailedTiles }, (_, at) => ({
    ...queuedTile('video', ''),
    key: `old-failure-${at}`,
    state: 'failed' as const,
    failure: failureWords(12, switches.locale),
  }));
}

/** The project's tiles as they are at a load of the page. */
export async function loadLibrary(page: Page): Promise<void> {
  const items = await readLibrary(page.store.get().projectId);
  if (page.signal.aborted) return;
  page.store.set({ tiles: [...oldFailures(page), ...items.map((item) => tileOf(item, page))] });
}

/** Thumbnails and titles of what was made meanwhile, and tiles of what others put into the project. */
export async function refreshLibrary(page: Page): Promise<void> {
  const items = await readLibrary(page.store.get().projectId);
  if (page.signal.aborted) return;
  const { tiles } = page.store.get();
  // What is open and unknown may be an order of this page whose reply is not there yet.
  const isAwaiting = tiles.some(({ state, mediaId }) => state === 'queued' && mediaId === null);
  const isNew = ({ mediaId, state }: LibraryItem) =>
    !tiles.some((tile) => tile.mediaId === mediaId) && !(isAwaiting && state === 'pending');
  const others = items.filter(isNew).map((item) => tileOf(item, page));
  page.store.set({ tiles: [...others, ...tiles.map((tile) => informed(tile, items))] });
}
