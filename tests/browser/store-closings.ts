import { seeded } from '../fakes/studio.ts';
import type { Panel } from './panel.ts';
import { untilNotices } from './random-moments.ts';
import { keepBusy } from './worker-stops.ts';

/** About what two tasks tell from their claim to their take. */
const MOST_NOTICES = 24;

/** Lets the browser close the store under everyone who has it open, this many times while a film is made. */
export async function closeAtRandom(panel: Panel, closings: number, seed: number): Promise<void> {
  const random = seeded(seed);
  // The browser's own page about its databases can do what it else does only in need.
  const internals = await panel.context.newPage();
  for (let closing = 0; closing < closings; closing++) {
    await keepBusy(panel, random);
    await untilNotices(panel, Math.floor(random() * MOST_NOTICES));
    await internals.goto('chrome://indexeddb-internals');
    const closed = await panel.page.evaluateHandle(openToBeClosed);
    await internals.getByText('Force close', { exact: true }).click();
    await closed.evaluate((opened) => opened.closing);
  }
  await internals.close();
  await panel.wake();
}

/** Runs in the page: opens the store beside the others, and promises the moment at which the browser closes it. */
async function openToBeClosed(): Promise<{ readonly closing: Promise<void> }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  return { closing: new Promise((resolve) => (db.onclose = () => resolve())) };
}
