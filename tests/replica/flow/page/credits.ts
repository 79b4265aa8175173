import type { Page } from './page-state.ts';
import { at } from './records.ts';

/** Asks how many credits are left, as the page does at load and after orders. */
export async function refreshCredits(page: Page): Promise<void> {
  const reply = await page.wire.call('nzlxg', []);
  const credits = reply.type === 'ok' ? at(reply.payload, 0) : null;
  if (typeof credits === 'number' && !page.signal.aborted) page.store.set({ credits });
}
