// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchView } from './batch-view.ts';
import { fakePage } from './fake-page.ts';
import { grid, inSight, TILES_DRAWN } from './grid.ts';
import { failTile, queuedTile, showMedia } from './tile-changes.ts';

const media = {
  mediaId: 'm',
  workflowId: 'w',
  state: 'done',
  reason: null,
  title: 'Red fox',
  poster: null,
  url: null,
  width: 0,
  height: 0,
} as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('the grid', () => {
  it('draws whole rows in sight, to the last', () => {
    expect(inSight(67, 4, 0)).toEqual({ first: 0, last: 12 });
    expect(inSight(67, 4, 450)).toEqual({ first: 8, last: 20 });
    expect(inSight(67, 4, 99_999)).toEqual({ first: 56, last: 67 });
    expect(inSight(2, 4, 0)).toEqual({ first: 0, last: 2 });
  });

  it('draws some of many, and each as what it is', () => {
    const { page } = fakePage();
    const tiles = Array.from({ length: 40 }, (_, at) => ({
      ...queuedTile('video', `scene ${at}`),
      key: String(at),
    }));
    page.store.set({ tiles });
    const node = grid(page);
    expect(node.querySelectorAll('flow-grid-tile-container')).toHaveLength(TILES_DRAWN);
    expect(node.querySelectorAll('flow-pending-tile.queued div.loading-percentage')).toHaveLength(
      TILES_DRAWN,
    );
    showMedia(page, '0', media);
    expect(node.querySelector('flow-video-tile img.thumbnail')?.getAttribute('data-media-id')).toBe('m');
    failTile(page, '1', '12');
    expect(node.querySelector('flow-error-tile .error-message-text')?.textContent).toBe(
      ' This prompt might violate our policies about generating prominent people. ',
    );
    expect(node.querySelector('flow-error-tile .disclaimer-message')?.textContent).toBe(
      'You have not been charged for this generation.',
    );
  });

  it('waits on for a medium that is not found', () => {
    const { page } = fakePage();
    page.store.set({ tiles: [{ ...queuedTile('video', 'x'), key: 'k' }] });
    showMedia(page, 'k', { ...media, state: 'failed', reason: 'Media not found.' });
    expect(page.store.get().tiles[0]?.state).toBe('pending');
  });

  it('shows what controls a tile has under a pointer alone', () => {
    const { page } = fakePage();
    page.store.set({ tiles: [{ ...queuedTile('image', 'x'), key: 'k' }] });
    showMedia(page, 'k', media);
    const tile = grid(page).querySelector('flow-grid-tile-container');
    expect(tile?.querySelector('.hotbar-inner')).toBeNull();
    tile?.dispatchEvent(new Event('mouseenter'));
    expect(
      [...(tile?.querySelectorAll('.hotbar-inner mat-icon') ?? [])].map((node) => node.textContent),
    ).toEqual(['favorite', 'redo', 'more_vert']);
    tile?.dispatchEvent(new Event('mouseleave'));
    expect(tile?.querySelector('.hotbar-inner')).toBeNull();
  });
});

describe('the batch view', () => {
  it('shows whole prompts beside the tiles of one order', () => {
    const { page } = fakePage();
    const tiles = ['two', 'two', 'one'].map((prompt, at) => ({
      ...queuedTile('video', prompt, 'abra_t2v_6s'),
      key: String(at),
    }));
    page.store.set({ tiles });
    const node = batchView(page);
    const containers = [...node.querySelectorAll('div.batch-container.virtual-item-container')];
    expect(containers.map((one) => one.querySelectorAll('.tile-row flow-pending-tile').length)).toEqual([
      2, 1,
    ]);
    expect(
      containers.map((one) => one.querySelector('flow-expandable-prompt .text-part')?.textContent),
    ).toEqual(['two', 'one']);
    expect(containers[0]?.querySelectorAll('.metadata-row')[1]?.textContent).toBe('Omni 1.1 Flash');
  });
});
