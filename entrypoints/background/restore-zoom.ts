import { zoomBack } from '../../lib/platform/flow-zoom.ts';
import { isPanelOpen } from '../../lib/platform/panels.ts';
import { countAtWork, getDue, getNextReady } from '../../lib/store/tasks.ts';
import type { AnyTx, Store } from '../../lib/store/transaction.ts';

/** Called after every pass of the engine: once nothing waits for Flow any more, its tab has the user's zoom again. */
export function restoreZoom(store: Store): () => Promise<void> {
  // A worker that starts does not know; after that it does.
  let mayBeZoomed = true;
  return async () => {
    const isWaiting = await store.read(waitsForFlow);
    if (!isWaiting && mayBeZoomed) await zoomBack();
    mayBeZoomed = isWaiting;
  };
}

/** A panel that loads again is back by then. */
const LOADS_AGAIN_MS = 1_000;

/** A panel went away: where none is left, Flow has the room that it took, and the user's zoom with it. */
export async function zoomBackUnseen(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LOADS_AGAIN_MS));
  if (!(await isPanelOpen())) await zoomBack();
}

/** An order that is looked up, or whose time has not come, is neither at work nor ready, and the queue goes on after it. */
async function waitsForFlow(tx: AnyTx): Promise<boolean> {
  if ((await countAtWork(tx, 'flow')) > 0 || (await getNextReady(tx, 'flow')) !== null) return true;
  return (await getDue(tx, 'flow', Number.MAX_VALUE, 1)).length > 0;
}
