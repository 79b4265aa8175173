import type { FlowLook } from '../../lib/domain/flow-page.ts';
import type { BackgroundCalls } from '../../lib/messages/contract.ts';
import type { FlowPage } from '../../lib/providers/flow/page/flow-page.ts';

const LOOK_EVERY_MS = 1_000;

/** Looks and tells, where there is something to tell. */
export interface Tell {
  (): void;
  /** Tells even what was told before, a moment later: what the page has just answered is stored by then. */
  readonly anew: () => void;
}

/**
 * Tells the background when a page is there and what stands in the way on it, and again whenever that changes, until
 * nothing does. A page on which all is well is not looked at (L15).
 */
export function tellOfBlocks(
  look: () => FlowLook,
  background: Pick<BackgroundCalls, 'flowLook'>,
  page: FlowPage,
): Tell {
  let isLooking = false;
  let told = '';
  const run = async (): Promise<void> => {
    while (!page.signal.aborted) {
      const seen = look();
      const text = JSON.stringify(seen);
      if (text !== told && (await background.flowLook(seen)).ok) told = text;
      if (told === text && seen.blocks.length === 0) return;
      await page.sleep(LOOK_EVERY_MS, page.signal);
    }
  };
  const tell = (): void => {
    if (isLooking) return;
    isLooking = true;
    void run()
      .catch(() => undefined)
      .then(() => (isLooking = false));
  };
  const anew = (): void => {
    void page
      .sleep(LOOK_EVERY_MS, page.signal)
      .then(() => ((told = ''), tell()))
      .catch(() => undefined);
  };
  return Object.assign(tell, { anew });
}
