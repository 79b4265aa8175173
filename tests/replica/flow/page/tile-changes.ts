import { failureWords } from './failure-words.ts';
import type { Page, Tile } from './page-state.ts';
import type { Media } from './records.ts';

/** A tile that is drawn as soon as Start was pressed, before the service has answered. */
export function queuedTile(kind: 'image' | 'video', prompt: string, modelKey = ''): Tile {
  return {
    key: crypto.randomUUID(),
    kind,
    state: 'queued',
    mediaId: null,
    workflowId: null,
    title: '',
    prompt,
    thumb: null,
    failure: null,
    modelKey,
    createdAt: Date.now(),
    width: 0,
    height: 0,
  };
}

/** Changes one tile; whatever else stands for the same medium goes. */
export function changeTile({ store }: Page, key: string, change: Partial<Tile>): void {
  const { mediaId = null } = change;
  const isDouble = (tile: Tile) => tile.key !== key && mediaId !== null && tile.mediaId === mediaId;
  store.set({
    tiles: store
      .get()
      .tiles.filter((tile) => !isDouble(tile))
      .map((tile) => (tile.key === key ? { ...tile, ...change } : tile)),
  });
}

export function failTile(page: Page, key: string, reason: string | null): void {
  changeTile(page, key, { state: 'failed', failure: failureWords(reason, page.switches.locale) });
}

/** What the service says of a medium, as its tile shows it. A missing medium may yet come: the page waits on. */
export function showMedia(page: Page, key: string, media: Media): void {
  const { mediaId, workflowId, state, reason, title, width, height } = media;
  const ids = { mediaId, workflowId, ...(title === null ? {} : { title }) };
  if (state === 'failed' && reason !== 'Media not found.') {
    changeTile(page, key, ids);
    failTile(page, key, reason);
    return;
  }
  const sizes = width > 0 ? { width, height } : {};
  const shown = state === 'done' ? 'done' : state === 'pending' ? 'queued' : 'pending';
  changeTile(page, key, { ...ids, ...sizes, state: shown });
}

/** Takes a tile out of the grid. */
export function dropTile({ store }: Page, key: string): void {
  store.set({ tiles: store.get().tiles.filter((tile) => tile.key !== key) });
}
