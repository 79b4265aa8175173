import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, first } from './look-for.ts';
import { press } from './press.ts';

/** What asking came to. `notShown`: the tile could not be found in the grid, or stood for something else. */
export type Asked = 'heard' | 'notHeard' | 'notShown';

/** How Retake may make the page ask. */
export interface AskOptions {
  /** Whether the observer has heard the address by now. */
  readonly isHeard: () => boolean;
  /** Whether the tile may be opened and left again where the pointer is not enough: not while an order is armed. */
  readonly mayOpen: boolean;
}

const HOVER_MS = 4_000;
const OPEN_MS = 6_000;
const SCROLL_MS = 400;
/** The grid draws about twelve tiles at a time. */
const MOST_SCREENS = 20;

/**
 * Makes the page ask for a finished clip's address by what anybody does: a pointer over its tile, then opening it.
 * Both are free. The tile is found by the clip's id and by nothing else (L1).
 */
export async function askForAddress(page: FlowPage, mediaId: string, options: AskOptions): Promise<Asked> {
  const tile = await findTile(page, mediaId);
  if (tile === null) return 'notShown';
  pointAt(page.document, tile, 'enter');
  const isHeard = await untilTrue(page, options.isHeard, HOVER_MS);
  pointAt(page.document, tile, 'leave');
  if (isHeard) return 'heard';
  if (!options.mayOpen || !tile.isConnected) return options.isHeard() ? 'heard' : 'notHeard';
  return (await openAndLeave(page, tile, options.isHeard)) ? 'heard' : 'notHeard';
}

async function findTile(page: FlowPage, mediaId: string): Promise<Element | null> {
  const { document } = page;
  const find = (): Element | null =>
    all(document, 'tileMedia').find((media) => media.getAttribute('data-media-id') === mediaId) ?? null;
  const grid = first(document, 'grid');
  const before = grid?.scrollTop ?? 0;
  for (let screen = 0; screen < MOST_SCREENS; screen++) {
    const tile = find();
    if (tile !== null || grid === null) return tile;
    const top = screen === 0 ? 0 : grid.scrollTop + drawnHeight(document, grid);
    // A page that is made smaller stops at a part of a pixel above its end.
    if (screen > 0 && grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) break;
    grid.scrollTop = top;
    await page.sleep(SCROLL_MS, page.signal);
  }
  const tile = find();
  // What is not there leaves the grid as the user had it.
  if (tile === null && grid !== null) grid.scrollTop = before;
  return tile;
}

/** How far the tiles reach that are drawn now, in CSS px: a small page shows more of the grid than it draws. */
function drawnHeight(document: Document, grid: Element): number {
  const bottoms = all(document, 'tile').map((tile) => tile.getBoundingClientRect().bottom);
  const drawn = Math.max(...bottoms, 0) - grid.getBoundingClientRect().top;
  return drawn > 0 ? Math.min(drawn, grid.clientHeight) : grid.clientHeight;
}

/** A real pointer enters everything around what it is over; captures do not tell which of it listens. */
function pointAt(document: Document, media: Element, way: 'enter' | 'leave'): void {
  const tile = all(document, 'tile').find((each) => each.contains(media)) ?? media;
  for (let each: Element | null = media; each !== null && tile.contains(each); each = each.parentElement) {
    each.dispatchEvent(new PointerEvent(`pointer${way}`));
    each.dispatchEvent(new MouseEvent(`mouse${way}`));
  }
  for (const moved of way === 'enter' ? ['over', 'move'] : ['out']) {
    media.dispatchEvent(new PointerEvent(`pointer${moved}`, { bubbles: true, composed: true }));
    media.dispatchEvent(new MouseEvent(`mouse${moved}`, { bubbles: true, composed: true }));
  }
}

async function openAndLeave(page: FlowPage, tile: Element, isHeard: () => boolean): Promise<boolean> {
  const { location, defaultView } = page.document;
  const before = location.pathname;
  press(page, 'tileMedia', tile);
  const heard = await untilTrue(page, isHeard, OPEN_MS);
  if (location.pathname === before) return heard;
  // Back to the project, where the next order is prepared.
  defaultView?.history.back();
  await untilTrue(page, () => location.pathname === before);
  return heard;
}
