import { UNPRESSED_MS, type ReadyOrder } from '../../lib/domain/flow-state.ts';
import type { TaskId } from '../../lib/domain/ids.ts';
import type { Notice } from '../../lib/domain/notice.ts';
import { blinkBadge, showBadge } from '../../lib/platform/badge.ts';
import { readReadyOrder } from '../../lib/store/flow-reads.ts';
import type { Store } from '../../lib/store/transaction.ts';

/** What is done beside the blink. */
export interface Reminder {
  remind(order: ReadyOrder): Promise<void>;
  /** What was reminded of is pressed, or stands ready no more. */
  seen(): Promise<void>;
}

/** Flow's own sign on its Start. */
const ARROW = '→';

/** The toolbar's button while an order stands ready on the Flow page. */
export interface FlowBadge {
  heard(notice: Notice): void;
  /** Looks anew, as after the worker's death. */
  look(): void;
}

/**
 * Shows that an order waits for a press, and blinks once where it waits long; `remind` is told at the same moment, and
 * `seen` when the order has gone. The blink keeps nobody awake: a worker that is stopped before it leaves the badge as it
 * is.
 */
export function createFlowBadge(
  store: Store,
  clock: () => number,
  report: (defect: unknown) => void,
  { remind, seen }: Reminder,
): FlowBadge {
  let shown: TaskId | null = null;
  let blink: ReturnType<typeof setTimeout> | null = null;
  let looking: Promise<void> | null = null;
  let again = false;
  let isReminded = false;

  const waitedLong = async (order: ReadyOrder): Promise<void> => {
    isReminded = true;
    await Promise.all([blinkBadge(ARROW), remind(order)]);
  };

  const show = async (): Promise<void> => {
    const ready = await store.read(readReadyOrder);
    if ((ready?.taskId ?? null) === shown) return;
    shown = ready?.taskId ?? null;
    if (blink !== null) clearTimeout(blink);
    blink = null;
    await showBadge(ready === null ? '' : ARROW);
    if (isReminded) await seen();
    isReminded = false;
    if (ready === null) return;
    const wait = ready.since + UNPRESSED_MS - clock();
    if (wait > 0) blink = setTimeout(() => void waitedLong(ready).catch(report), wait);
  };
  // What is told while it looks is looked at once more, not once for each.
  const look = (): void => {
    again = true;
    looking ??= (async () => {
      while (again) {
        again = false;
        await show();
      }
    })()
      .catch(report)
      .finally(() => (looking = null));
  };
  return {
    look,
    heard: (notice) => {
      if (notice.type === 'changed' && notice.what.some(({ type }) => type === 'scene')) look();
    },
  };
}
