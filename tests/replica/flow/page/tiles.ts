import { button, contentOf, el, fill, icon } from './dom.ts';
import type { Page, Tile } from './page-state.ts';
import { askForMedia } from './poll.ts';
import { pressRetry } from './submit.ts';
import { dropTile } from './tile-changes.ts';
import { openTileMenu } from './tile-menu.ts';
import { later } from './timers.ts';

/** A dot that stands until the thumbnail is there; the tile's address changes then, so it is no identity. */
const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const LAZY_MS = 300;

function thumbnail(tile: Tile, className: string): HTMLImageElement {
  const picture = el('img', { class: className, src: NO_PICTURE, alt: '', 'data-media-id': tile.mediaId });
  const size = tile.kind === 'video' ? '=mm,22,15' : '=s512-rw';
  const { thumb } = tile;
  if (thumb !== null) later(LAZY_MS, () => picture.setAttribute('src', `${thumb}${size}`));
  return picture;
}

function imageTile(tile: Tile): HTMLElement {
  return el('flow-image-tile', {}, thumbnail(tile, 'image'));
}

function videoTile(tile: Tile): HTMLElement {
  // A scrubber, not a sign of progress: it is there, at nothing, in finished clips.
  const scrubber = el('div', { class: 'progress-bar', style: '--progress-percent: 0%' });
  return el('flow-video-tile', {}, thumbnail(tile, 'thumbnail'), scrubber);
}

/** Percents are the page's own guess; the service sends none. */
function pendingTile({ state }: Tile): HTMLElement {
  const percent = el('div', { class: 'loading-percentage' }, state === 'queued' ? '0%' : '12%');
  return el(
    'flow-pending-tile',
    { class: state === 'queued' ? 'queued' : null },
    percent,
    el('flow-soupy-overlay', {}),
  );
}

function errorTile(page: Page, tile: Tile): HTMLElement {
  const { say, store } = page;
  const reuse = () =>
    store.set({ parts: [{ type: 'text', text: tile.prompt }], isReady: tile.prompt !== '' });
  return el(
    'flow-error-tile',
    {},
    el(
      'div',
      { class: 'error-tile' },
      icon('warning', 'error-icon'),
      el('div', { class: 'error-title' }, say('failed')),
      el('span', { class: 'error-message-text' }, ` ${tile.failure ?? ''} `),
      el('span', { class: 'disclaimer-message' }, say('notCharged')),
      button({}, (press) => void pressRetry(page, tile, press), icon('refresh'), say('retry')),
      button({}, reuse, icon('undo'), say('reuse')),
      button({ 'aria-label': say('delete') }, () => dropTile(page, tile.key), icon('delete_forever')),
    ),
  );
}

function body(page: Page, tile: Tile): HTMLElement {
  if (tile.state === 'failed') return errorTile(page, tile);
  if (tile.state !== 'done') return pendingTile(tile);
  return tile.kind === 'video' ? videoTile(tile) : imageTile(tile);
}

/** What shows under a pointer alone. Results can be made again, uploads cannot. */
function hotbar(page: Page, tile: Tile): HTMLElement {
  const { say } = page;
  const more = (event: MouseEvent) => openTileMenu(page, tile, event);
  return el(
    'flow-hotbar-container',
    {},
    el(
      'div',
      { class: 'hotbar-inner' },
      button({ 'aria-label': say('favorite') }, () => undefined, icon('favorite')),
      tile.kind === 'upload' ? null : button({ 'aria-label': say('reuse') }, () => undefined, icon('redo')),
      button({ 'aria-label': say('more') }, more, icon('more_vert')),
    ),
  );
}

/** Under a pointer a clip is asked for and plays. */
function playOnHover(page: Page, tile: Tile, media: HTMLElement): () => void {
  if (tile.kind !== 'video' || tile.mediaId === null) return () => undefined;
  const video = el('video', { muted: true, loop: true, playsinline: true });
  let isOver = true;
  void askForMedia(page, tile.mediaId).then((found) => {
    if (!isOver || found === null || found.url === null) return;
    video.src = found.url;
    contentOf(media).append(video);
  });
  return () => {
    isOver = false;
    video.remove();
  };
}

/** One tile of the grid. Source: captures of the page, Sept–Oct 2026. */
export function tileOf(page: Page, tile: Tile): HTMLElement {
  const media = body(page, tile);
  const footer = el('footer', { class: 'footer' }, el('span', { class: 'footer-title' }, tile.title));
  const inner = el('flow-tile-container', {}, media, footer);
  const node = el('flow-grid-tile-container', { 'aria-label': tile.title === '' ? null : tile.title }, inner);
  if (tile.state !== 'done') return node;
  let leave = (): void => undefined;
  node.addEventListener('mouseenter', () => {
    leave();
    leave = playOnHover(page, tile, media);
    fill(inner, media, footer, el('flow-tile-hover-footer', {}), hotbar(page, tile));
  });
  node.addEventListener('mouseleave', () => {
    leave();
    fill(inner, media, footer);
  });
  node.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    openTileMenu(page, tile, event);
  });
  media.addEventListener('click', () => openTile(page, tile));
  return node;
}

/** A tile opens in a view of its own, and its medium is asked for. */
function openTile(page: Page, { mediaId, workflowId }: Tile): void {
  if (mediaId === null) return;
  void askForMedia(page, mediaId);
  page.go(`/project/${page.store.get().projectId}/edit/${workflowId ?? mediaId}`);
}
