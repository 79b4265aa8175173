import type { FlowPage } from './flow-page.ts';
import { all } from './look-for.ts';
import type { Traffic } from './own-traffic.ts';
import type { Composer } from './page-state.ts';
import { readComposer } from './read-composer.ts';
import { isEmptied } from './watch-composer.ts';

const LOOK_EVERY_MS = 500;
/** An order that could be read is told of by then. */
const TOLD_MS = 1_500;

/**
 * Answers true once the page shows that Start was pressed and no order was seen to go out: the composer was emptied and
 * a tile waits that was not there. It is no proof, only a reason to ask (L6). False when the page's signal ends it.
 */
export async function unreadPress(page: FlowPage, prepared: Composer, traffic: Traffic): Promise<boolean> {
  const pending = (): number => all(page.document, 'pendingTile').length;
  const before = { tiles: pending(), order: traffic.lastOrderSeq() };
  const isPressed = (): boolean =>
    pending() > before.tiles && isEmptied(prepared, readComposer(page.document));
  const isTold = (): boolean => traffic.lastOrderSeq() > before.order;
  try {
    while (!isTold()) {
      await page.sleep(LOOK_EVERY_MS, page.signal);
      if (!isPressed()) continue;
      await page.sleep(TOLD_MS, page.signal);
      return !isTold();
    }
  } catch {
    // Ended: another order is prepared, or nobody waits for this one.
  }
  return false;
}
