import { el } from './dom.ts';
import { openOverlay } from './overlays.ts';
import { later } from './timers.ts';

const TOAST_MS = 4_000;

/** Says something for a while. It stands in an overlay pane like menus do, but nothing in it can be pressed. */
export function toast(words: string): void {
  const label = el('div', { class: 'mat-mdc-snack-bar-label', 'aria-live': 'polite' }, words);
  const bar = el('mat-snack-bar-container', { class: 'mat-mdc-snack-bar-container' }, label);
  const overlay = openOverlay(bar, { hasBackdrop: false, classes: 'mat-mdc-snack-bar-pane' });
  later(TOAST_MS, () => overlay.close());
}
