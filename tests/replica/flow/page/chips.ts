import { familyInUse, limitsOf } from './catalogue.ts';
import { button, el, icon, type Child } from './dom.ts';
import { later } from './timers.ts';
import type { Chip, Page, PageState, Picture } from './page-state.ts';

/** Where a picture goes: among the ingredients, into a frame, or into the words. */
export type Place = 'chips' | 'start' | 'end' | 'mention';

/** Words by which the model refuses the picture that stands at a place among the ingredients; null where it takes it. */
export function refusalAt(page: Page, { settings }: PageState, at: number): string | null {
  const { images } = limitsOf(familyInUse(settings, page.switches)?.family ?? '', page.switches);
  if (at < images) return null;
  return images === 0 ? page.say('noPictures') : page.say('tooMany', images);
}

function content(chip: Chip): readonly Child[] {
  if (chip.state === 'pending' || chip.picture === null) return [el('div', { class: 'chip-placeholder' })];
  // Chips carry the picture's workflow id where tiles carry its media id.
  const src = `https://flow-content.google/image/${chip.picture.workflowId}`;
  return [
    el('img', { class: 'chip-image', src, alt: '' }),
    el('div', { class: 'hover-icon-overlay' }, icon('cancel')),
  ];
}

/** A picture attached to the prompt; a press anywhere on it takes it away. Source: captures, Sept–Oct 2026. */
export function imageChip(page: Page, chip: Chip, onRemove: () => void): HTMLElement {
  const isPending = chip.state === 'pending';
  const attributes = {
    class: 'chip-container',
    'aria-label': page.say('ingredient'),
    'aria-busy': String(isPending),
  };
  const refused =
    chip.refusal === null
      ? []
      : [
          icon('error', 'disabled-error-icon'),
          el('div', { class: 'chip-hover-card', role: 'tooltip' }, chip.refusal),
        ];
  return el(
    'flow-image-ingredient-chip',
    { class: chip.refusal === null ? null : 'disabled' },
    button(attributes, isPending ? () => undefined : onRemove, ...content(chip), ...refused),
  );
}

export function readyChip(picture: Picture): Chip {
  return { key: crypto.randomUUID(), title: picture.title, state: 'ready', picture, refusal: null };
}

export function pendingChip(title: string): Chip {
  return { key: crypto.randomUUID(), title, state: 'pending', picture: null, refusal: null };
}

/** Puts a chip where it belongs; a frame holds one. */
export function placeChip({ store }: Page, place: Place, chip: Chip): void {
  const { chips, frames } = store.get();
  if (place === 'chips') store.set({ chips: [...chips, chip] });
  if (place === 'start') store.set({ frames: [chip, frames[1]] });
  if (place === 'end') store.set({ frames: [frames[0], chip] });
}

/** Puts another chip in the place of one, wherever that stands by now; null takes it away. */
export function replaceChip({ store }: Page, key: string, next: Chip | null): void {
  const { chips, frames } = store.get();
  const swap = (chip: Chip | null) => (chip?.key === key ? next : chip);
  store.set({
    chips: chips.map(swap).filter((chip) => chip !== null),
    frames: [swap(frames[0]), swap(frames[1])],
  });
}

/** A picture that is known already still takes a moment until its chip shows it. */
const ATTACH_MS = 300;

/** Puts a known picture in its place: pending at first, as every chip is. */
export function attachPicture(page: Page, place: Place, picture: Picture): void {
  const chip = pendingChip(picture.title);
  placeChip(page, place, chip);
  later(ATTACH_MS, () => replaceChip(page, chip.key, readyChip(picture)));
}

/** Where a picture goes that was given without a place. */
export function placeFor({ settings, frames }: PageState): Place {
  if (settings.mode === 'image' || settings.subMode === 'ingredients') return 'chips';
  return frames[0] === null ? 'start' : 'end';
}
