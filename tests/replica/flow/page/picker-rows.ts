import type { Page, Tile } from './page-state.ts';
import type { Word } from './words.ts';

/** A category of the picker's side. */
export interface Category {
  readonly word: Word;
  readonly ligature: string;
  readonly holds: (tile: Tile) => boolean;
}

export const CATEGORIES: readonly Category[] = [
  { word: 'all', ligature: 'apps', holds: () => true },
  { word: 'images', ligature: 'image', holds: ({ kind }) => kind !== 'video' },
  { word: 'videos', ligature: 'videocam', holds: ({ kind }) => kind === 'video' },
  { word: 'voices', ligature: 'graphic_eq', holds: () => false },
  { word: 'characters', ligature: 'person', holds: () => false },
  { word: 'avatars', ligature: 'face', holds: () => false },
  { word: 'uploads', ligature: 'drive_folder_upload', holds: ({ kind }) => kind === 'upload' },
];

/** How often a fresh upload has to be looked for until the picker knows it. */
const missesLeft = new Map<string, number>();

/** Leaves out uploads that the picker does not know yet; each opening brings them nearer. */
export function known(page: Page, tiles: readonly Tile[], fresh: readonly string[]): readonly Tile[] {
  return tiles.filter(({ mediaId }) => {
    if (mediaId === null || !fresh.includes(mediaId)) return true;
    const left = missesLeft.get(mediaId) ?? page.switches.uploadMissingFromPicker;
    missesLeft.set(mediaId, Math.max(0, left - 1));
    return left === 0;
  });
}

/** An older upload before the new one, where the page sorts them so. */
function sorted(page: Page, tiles: readonly Tile[], fresh: readonly string[]): readonly Tile[] {
  if (!page.switches.staleUploadFirst) return tiles;
  const stale = tiles.find(({ kind, mediaId }) => kind === 'upload' && !fresh.includes(mediaId ?? ''));
  return stale === undefined ? tiles : [stale, ...tiles.filter((tile) => tile !== stale)];
}

/** What can be attached at all, as the picker lists it when it opens. */
export function assetsOf(page: Page, fresh: readonly string[]): readonly Tile[] {
  const done = page.store.get().tiles.filter(({ state, mediaId }) => state === 'done' && mediaId !== null);
  return sorted(page, known(page, done, fresh), fresh);
}

export function matching(tiles: readonly Tile[], category: Category, words: string): readonly Tile[] {
  const wanted = words.trim().toLowerCase();
  return tiles.filter((tile) => category.holds(tile) && tile.title.toLowerCase().includes(wanted));
}
