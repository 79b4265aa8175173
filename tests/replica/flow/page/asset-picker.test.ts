// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPicker } from './asset-picker.ts';
import { fakePage, picture, type FakePage } from './fake-page.ts';
import { closeAll } from './overlays.ts';
import type { Tile } from './page-state.ts';
import { assetsOf } from './picker-rows.ts';

function asset(name: string, kind: Tile['kind'] = 'image'): Tile {
  return {
    ...picture(name),
    key: name,
    kind,
    state: 'done',
    prompt: '',
    failure: null,
    modelKey: '',
    createdAt: 0,
  };
}

function opened(count = 3): FakePage {
  const fake = fakePage();
  fake.page.store.set({ tiles: Array.from({ length: count }, (_, at) => asset(`picture ${at}`)) });
  openPicker(fake.page, 'chips');
  return fake;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('button.asset-item[role=option]')];
const chips = ({ page }: FakePage) => page.store.get().chips.map(({ title }) => title);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  closeAll();
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('the picker', () => {
  it('asks for Add, but takes the active row at once', () => {
    const fake = opened();
    rows()[1]?.click();
    expect(chips(fake)).toEqual([]);
    document.querySelector<HTMLElement>('button.detail-add-to-prompt-btn')?.click();
    expect(chips(fake)).toEqual(['picture 1']);
    expect(document.querySelector('flow-add-menu-popover-content')).toBeNull();
    openPicker(fake.page, 'chips');
    document.querySelector<HTMLElement>('.asset-item-active')?.click();
    expect(chips(fake)).toEqual(['picture 1', 'picture 1']);
  });

  it('draws fifteen rows of many, and none of them has an id', () => {
    opened(67);
    expect(rows()).toHaveLength(15);
    expect(rows().every((row) => !row.outerHTML.includes('-media'))).toBe(true);
  });

  it('asks the service for media whenever it opens', () => {
    expect(opened().calls.map(({ rpcid }) => rpcid)).toEqual(['UpteDb']);
  });

  it('finds by title', () => {
    opened(12);
    const search = document.querySelector<HTMLInputElement>('input.search-input');
    if (search !== null) search.value = 'Picture 11';
    search?.dispatchEvent(new Event('input'));
    expect(rows().map((row) => row.querySelector('.asset-title')?.textContent)).toEqual(['picture 11']);
  });

  it('lists an older upload before the new one, and misses a fresh one for a while', () => {
    const { page } = fakePage({ staleUploadFirst: true, uploadMissingFromPicker: 2 });
    page.store.set({ tiles: [asset('new', 'upload'), asset('made'), asset('old', 'upload')] });
    const titles = () => assetsOf(page, ['new-media']).map(({ title }) => title);
    expect([titles(), titles(), titles()]).toEqual([
      ['old', 'made'],
      ['old', 'made'],
      ['old', 'new', 'made'],
    ]);
  });
});
