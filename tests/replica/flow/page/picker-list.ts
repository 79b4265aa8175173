import { attachPicture, type Place } from './chips.ts';
import { button, el, fill } from './dom.ts';
import type { Page, Picture, Tile } from './page-state.ts';
import { CATEGORIES, matching, type Category } from './picker-rows.ts';
import { addPart } from './prompt-text.ts';

const ROW_PX = 56;
/** Rows that are drawn, of however many. */
const ROWS_DRAWN = 15;

/** The picker opens where it was left: the same category, and the same asset still active. */
export const left: { category: Category | undefined; active: string | null } = {
  category: CATEGORIES[0],
  active: null,
};

/** An open picker. */
export interface Picker {
  readonly page: Page;
  readonly place: Place;
  readonly root: HTMLElement;
  readonly list: HTMLElement;
  readonly search: HTMLInputElement;
  readonly close: () => void;
  assets: readonly Tile[];
}

function pictureOf(tile: Tile): Picture {
  const { title, thumb, width, height } = tile;
  return { mediaId: tile.mediaId ?? '', workflowId: tile.workflowId ?? '', title, thumb, width, height };
}

/** Attaches what was picked, in the place that the picker was opened for. */
function attach(picker: Picker, tile: Tile): void {
  const { page, place } = picker;
  const picture = pictureOf(tile);
  picker.close();
  if (place !== 'mention') return attachPicture(page, place, picture);
  const parts = page.store
    .get()
    .parts.map((part, at, all) =>
      part.type === 'text' && at === all.length - 1
        ? { ...part, text: part.text.replace(/@\s*$/, '') }
        : part,
    );
  page.store.set({ parts: addPart(parts, { type: 'mention', ...picture }) });
}

function rowOf(picker: Picker, tile: Tile): HTMLElement {
  const isActive = tile.mediaId === left.active;
  const press = () => {
    if (tile.mediaId === left.active) return attach(picker, tile);
    left.active = tile.mediaId;
    drawRows(picker);
  };
  return button(
    {
      class: `asset-item${isActive ? ' asset-item-active' : ''}`,
      role: 'option',
      'aria-selected': String(isActive),
    },
    press,
    el('img', {
      class: 'asset-thumbnail',
      src: tile.thumb === null ? null : `${tile.thumb}=s64-rw`,
      alt: '',
    }),
    el('span', { class: 'asset-title' }, tile.title),
    el('span', { class: 'type-subtitle' }, picker.page.say(tile.kind === 'video' ? 'video' : 'image')),
  );
}

/** Draws the rows in sight; the others are room above and below. */
export function drawRows(picker: Picker): void {
  const rows = matching(picker.assets, left.category ?? ALL, picker.search.value);
  const first = Math.max(0, Math.min(Math.floor(picker.list.scrollTop / ROW_PX), rows.length - ROWS_DRAWN));
  const above = el('div', { style: `height: ${first * ROW_PX}px` });
  const shown = rows.slice(first, first + ROWS_DRAWN);
  const below = el('div', { style: `height: ${(rows.length - first - shown.length) * ROW_PX}px` });
  fill(picker.list, above, ...shown.map((tile) => rowOf(picker, tile)), below);
  drawDetail(picker, rows);
}

const ALL: Category = { word: 'all', ligature: 'apps', holds: () => true };

function drawDetail(picker: Picker, rows: readonly Tile[]): void {
  const detail = picker.root.querySelector('.asset-detail-pane');
  const active = rows.find(({ mediaId }) => mediaId === left.active);
  if (detail === null) return;
  if (active === undefined) return detail.replaceChildren();
  const add = button(
    { class: 'detail-add-to-prompt-btn' },
    () => attach(picker, active),
    picker.page.say('addToPrompt'),
  );
  fill(detail, el('div', { class: 'detail-title' }, active.title), add);
}
