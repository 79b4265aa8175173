import { downloadTile, type Size } from './download.ts';
import { menu, type MenuItem } from './menu.ts';
import type { Page, Tile } from './page-state.ts';
import { askForMedia } from './poll.ts';
import { dropTile } from './tile-changes.ts';
import { toast } from './toasts.ts';

interface SizeLine {
  readonly size: Size;
  readonly label: string;
  readonly needsUltra: boolean;
}

const CLIP_SIZES: readonly SizeLine[] = [
  { size: '270p', label: '270p GIF', needsUltra: false },
  { size: '720p', label: '720p', needsUltra: false },
  { size: '1080p', label: '1080p', needsUltra: false },
  { size: '4K', label: '4K', needsUltra: true },
];
const IMAGE_SIZES: readonly SizeLine[] = [
  { size: '1K', label: '1K', needsUltra: false },
  { size: '2K', label: '2K', needsUltra: false },
  { size: '4K', label: '4K', needsUltra: true },
];

function openSizes(page: Page, tile: Tile): void {
  const lines = tile.kind === 'video' ? CLIP_SIZES : IMAGE_SIZES;
  const items = lines.map(({ size, label, needsUltra }): MenuItem => ({
    ligature: null,
    text: label,
    isDisabled: needsUltra && page.switches.tier !== 'ultra',
    onPress: (event) => void downloadTile(page, tile, size, event),
  }));
  if (tile.mediaId !== null) void askForMedia(page, tile.mediaId);
  menu(items);
}

/** The menu of a tile, by its button or by the other mouse button. Source: captures of the page, Sept–Oct 2026. */
export function openTileMenu(page: Page, tile: Tile, event: Event): void {
  event.stopPropagation();
  const remove = () => {
    dropTile(page, tile.key);
    toast(page.say('trashed'));
  };
  menu([
    { ligature: 'download', text: page.say('download'), onPress: () => openSizes(page, tile) },
    { ligature: 'delete', text: page.say('delete'), onPress: remove },
  ]);
}
