import { button, el, write } from './dom.ts';
import { openOverlay } from './overlays.ts';
import type { Page, PageState } from './page-state.ts';
import { later } from './timers.ts';
import { showChosen, toggles, type Choice } from './toggles.ts';

const LATE_MS = 500;
const KEY = 'flow-view';

/** How the tiles are shown is remembered across reloads. */
export function rememberedView(): PageState['view'] {
  return localStorage.getItem(KEY) === 'batch' ? 'batch' : 'grid';
}

/** What the page clears at a press of Start is the user's choice. */
function clearSwitch({ say, store }: Page): HTMLElement {
  const isOn = () => store.get().clearOnSubmit !== 'nothing';
  const press = () => {
    store.set({ clearOnSubmit: isOn() ? 'nothing' : 'text-and-chips' });
    later(LATE_MS, () => write(node, 'aria-checked', String(isOn())));
  };
  const label = say('clearOnSubmit');
  const node = button(
    { role: 'switch', name: 'clear-prompt-on-submit', 'aria-checked': String(isOn()), 'aria-label': label },
    press,
  );
  return el('mat-slide-toggle', { class: 'mat-mdc-slide-toggle' }, node, el('label', {}, label));
}

function viewRow({ say, store }: Page): HTMLElement {
  const choices: readonly Choice<PageState['view']>[] = [
    { value: 'grid', ligature: 'grid_view', text: say('grid') },
    { value: 'batch', ligature: 'view_agenda', text: say('batch') },
  ];
  const choose = (view: PageState['view']) => {
    localStorage.setItem(KEY, view);
    store.set({ view });
    showChosen(row, choices, view);
  };
  const row = toggles(say('view'), choices, store.get().view, choose);
  return row;
}

/** Grid or batch, and whether a press of Start clears the prompt. Source: captures of the page, Sept–Oct 2026. */
export function openViewSettings(page: Page): void {
  const content = el('flow-tile-view-settings', {}, viewRow(page), clearSwitch(page));
  openOverlay(content, { hasBackdrop: true });
}
