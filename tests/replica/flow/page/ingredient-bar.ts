import { imageChip, refusalAt, replaceChip, type Place } from './chips.ts';
import { button, el, fill, icon } from './dom.ts';
import type { Chip, Page, PageState } from './page-state.ts';

type OpenPicker = (place: Place) => void;

function frameTrigger(
  page: Page,
  chip: Chip | null,
  place: 'start' | 'end',
  openPicker: OpenPicker,
): HTMLElement {
  const label = page.say(place === 'start' ? 'startFrame' : 'endFrame');
  const empty = () =>
    button({ class: 'empty-chip', 'aria-label': label }, () => openPicker(place), icon('add'), label);
  return el(
    'div',
    { class: 'frame-trigger' },
    chip === null ? empty() : imageChip(page, chip, () => replaceChip(page, chip.key, null)),
  );
}

function frames(page: Page, state: PageState, openPicker: OpenPicker): readonly HTMLElement[] {
  const [start, end] = state.frames;
  const swap = () => page.store.set({ frames: [page.store.get().frames[1], page.store.get().frames[0]] });
  return [
    frameTrigger(page, start, 'start', openPicker),
    button({ class: 'swap-button', 'aria-label': page.say('swap') }, swap, icon('swap_horiz')),
    frameTrigger(page, end, 'end', openPicker),
  ];
}

function ingredients(page: Page, state: PageState): readonly HTMLElement[] {
  return state.chips.map((chip, at) => {
    const shown = { ...chip, refusal: refusalAt(page, state, at) };
    return imageChip(page, shown, () => replaceChip(page, chip.key, null));
  });
}

/** The pictures that go along: two frames, or any number of ingredients. The mobile layout has no such bar. */
export function ingredientBar(page: Page, openPicker: OpenPicker): HTMLElement {
  const container = el('div', { class: 'ingredient-bar-container' });
  const bar = el('flow-ingredient-bar', { class: 'prompt-ingredient-bar' }, container);
  page.store.watch(
    ({ settings: { mode, subMode, imageModel, videoModel }, chips, frames: pair }) => [
      mode,
      subMode,
      imageModel,
      videoModel,
      chips,
      pair,
    ],
    () => {
      const state = page.store.get();
      const isFrames = state.settings.mode === 'video' && state.settings.subMode === 'frames';
      fill(container, ...(isFrames ? frames(page, state, openPicker) : ingredients(page, state)));
    },
  );
  return bar;
}
