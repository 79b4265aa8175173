import { priceOf } from '../prices.ts';
import type { Page, PageState } from './page-state.ts';
import { planOf } from './plan.ts';

/** Credits for a press now; null where the page does not know the model. */
export function priceNow(page: Page, state: PageState): number | null {
  const { modelKey, count } = planOf(page, state);
  const each = priceOf(modelKey, page.switches.tier);
  return each === null ? null : each * count;
}
