import { familyOf } from '../prices.ts';
import { el, fill, icon } from './dom.ts';
import type { Page, Tile } from './page-state.ts';
import { tileOf } from './tiles.ts';

/** Tiles of one order lie together: same prompt, one after the other. */
export function batchesOf(tiles: readonly Tile[]): readonly (readonly Tile[])[] {
  const batches: Tile[][] = [];
  for (const tile of tiles) {
    const last = batches.at(-1);
    const isSame = tile.kind !== 'upload' && last?.[0]?.kind === tile.kind && last[0].prompt === tile.prompt;
    if (isSame) last?.push(tile);
    else batches.push([tile]);
  }
  return batches;
}

function dateOf({ createdAt }: Tile, { locale }: Page['switches']): string {
  return new Date(createdAt).toLocaleDateString(locale, { month: 'short', day: 'numeric', year: 'numeric' });
}

/** What was asked for, in full: the one place of the page that shows whole prompts. */
function info(page: Page, tile: Tile): HTMLElement {
  const { switches } = page;
  const family = familyOf(tile.modelKey);
  const model = switches.renamedModels[family?.family ?? ''] ?? family?.name ?? '';
  return el(
    'flow-batch-info',
    {},
    el('flow-expandable-prompt', {}, el('span', { class: 'text-part' }, tile.prompt)),
    el('div', { class: 'ingredients-list' }),
    el('div', { class: 'metadata-row' }, icon('calendar_today'), dateOf(tile, switches)),
    el('div', { class: 'metadata-row' }, model),
  );
}

function batch(page: Page, tiles: readonly Tile[]): HTMLElement {
  const [first] = tiles;
  const row = el('div', { class: 'tile-row' }, ...tiles.map((tile) => tileOf(page, tile)));
  return el(
    'div',
    { class: 'batch-container virtual-item-container' },
    el('div', { class: 'batch-tiles-section' }, row),
    first === undefined ? null : info(page, first),
  );
}

/** Batches that are drawn at most. */
const BATCHES_DRAWN = 12;

/** The other way to see a project's tiles: by order, with its words beside it. Source: captures, Sept–Oct 2026. */
export function batchView(page: Page): HTMLElement {
  const container = el('div', { class: 'cdk-virtual-scrollable page-container' });
  page.store.watch(
    ({ tiles }) => tiles,
    (tiles) => {
      const batches = batchesOf(tiles).slice(0, BATCHES_DRAWN);
      fill(container, ...batches.map((one) => batch(page, one)));
    },
  );
  return container;
}
