import { el, fill } from './dom.ts';
import type { Page, Tile } from './page-state.ts';
import { tileOf } from './tiles.ts';

/** Tiles that are drawn at most, of however many; absent from the grid does not mean absent. */
export const TILES_DRAWN = 12;
const ROW_PX = 220;
const TILE_PX = 300;

interface Drawn {
  readonly json: string;
  readonly node: HTMLElement;
}

/** The tiles in sight of a scroller, in whole rows. */
export function inSight(
  count: number,
  columns: number,
  scrollTop: number,
): { readonly first: number; readonly last: number } {
  const rows = Math.max(1, Math.floor(TILES_DRAWN / columns));
  const lastRow = Math.max(0, Math.ceil(count / columns) - rows);
  const first = Math.min(Math.floor(scrollTop / ROW_PX), lastRow) * columns;
  return { first, last: Math.min(count, first + rows * columns) };
}

/** Keeps the node of a tile that is as it was, so that a pointer over it loses nothing. */
function nodeFor(page: Page, drawn: Map<string, Drawn>, tile: Tile): HTMLElement {
  const json = JSON.stringify(tile);
  const known = drawn.get(tile.key);
  if (known?.json === json) return known.node;
  const node = tileOf(page, tile);
  drawn.set(tile.key, { json, node });
  return node;
}

function spacer(px: number): HTMLElement {
  return el('div', { class: 'cdk-virtual-scroll-spacer', style: `height: ${px}px` });
}

/** The grid draws the tiles in sight alone, newest first. Source: captures of the page, Sept–Oct 2026. */
export function grid(page: Page): HTMLElement {
  const rows = el('div', { class: 'cdk-virtual-scroll-content-wrapper tiles-grid' });
  const above = spacer(0);
  const below = spacer(0);
  const viewport = el('cdk-virtual-scroll-viewport', { class: 'tiles-container' }, above, rows, below);
  const drawn = new Map<string, Drawn>();
  const draw = () => {
    const { tiles, width } = page.store.get();
    const columns = Math.max(1, Math.min(4, Math.floor(width / TILE_PX)));
    const { first, last } = inSight(tiles.length, columns, viewport.scrollTop);
    above.style.height = `${(first / columns) * ROW_PX}px`;
    below.style.height = `${Math.ceil((tiles.length - last) / columns) * ROW_PX}px`;
    rows.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
    const shown = tiles.slice(first, last);
    fill(rows, ...shown.map((tile) => nodeFor(page, drawn, tile)));
    for (const key of drawn.keys()) if (!shown.some((tile) => tile.key === key)) drawn.delete(key);
  };
  page.store.watch(({ tiles, width }) => [tiles, width], draw);
  viewport.addEventListener('scroll', draw);
  return viewport;
}
