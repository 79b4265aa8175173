import { canStart } from './can-start.ts';
import { button, el, fill, icon, mark } from './dom.ts';
import type { Page, PageState } from './page-state.ts';
import { priceNow } from './price-now.ts';
import { settingsTrigger } from './settings-pane.ts';
import { pressStart } from './submit.ts';

function arrowOf(page: Page): HTMLButtonElement {
  const arrow = button(
    { class: 'generate-icon-button', 'aria-label': page.say('start'), disabled: true },
    (event) => void pressStart(page, event),
    icon('arrow_forward'),
  );
  arrow.type = 'submit';
  page.store.watch(
    (state) => canStart(page, state),
    (isOn) => mark(arrow, 'disabled', !isOn),
  );
  return arrow;
}

/**
 * Settings and the arrow; an account with too few credits has another button in the arrow's place.
 * Source: captures of the page, Sept–Oct 2026.
 */
export function submitControls(page: Page): HTMLElement {
  const trigger = settingsTrigger(page);
  const generate = el('flow-generate-icon-button', {}, arrowOf(page));
  const attributes = { class: 'prompt-warning-button', 'aria-label': page.say('noCredits') };
  const warning = button(attributes, () => undefined, icon('warning'));
  const controls = el('div', { class: 'submit-controls' });
  page.store.watch(
    (state) => ({ isAgent: state.isAgent, short: isShort(page, state) }),
    ({ isAgent, short }) => {
      mark(trigger, 'hidden', isAgent);
      fill(controls, trigger, short ? warning : generate);
    },
  );
  return controls;
}

function isShort(page: Page, state: PageState): boolean {
  const price = priceNow(page, state);
  return state.credits !== null && price !== null && price > state.credits;
}

/** What a press would cost, said before it. */
export function priceLine(page: Page): HTMLElement {
  const line = el('a', {
    class: 'credit-cost-link',
    href: 'https://support.google.com/labs',
    target: '_blank',
  });
  page.store.watch(
    (state) => priceNow(page, state),
    (price) => fill(line, page.say('price', price ?? 0)),
  );
  return line;
}
