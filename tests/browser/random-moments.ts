import type { Panel } from './panel.ts';

/**
 * Waits for a moment in the work: until the background has told this many more notices, or nothing is left to do.
 * Notices are told by progress, so a moment depends on the work and not on the clock.
 */
export function untilNotices(panel: Panel, count: number): Promise<void> {
  return panel.page.evaluate(hearNotices, count);
}

/** Runs in the page. */
async function hearNotices(wanted: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const count = (index: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const counting = db.transaction('tasks').objectStore('tasks').index(index).count();
      counting.onsuccess = () => resolve(counting.result);
      counting.onerror = () => reject(counting.error ?? new Error('count'));
    });
  // What only waits for another scene's work moves nothing by itself.
  const isIdle = async (): Promise<boolean> => {
    const counts = await Promise.all(['ready', 'due', 'atWork'].map(count));
    return counts.every((each) => each === 0);
  };
  const channel = new BroadcastChannel('retake');
  await new Promise<void>((resolve, reject) => {
    let heard = 0;
    const look = (): void => {
      if (heard >= wanted) resolve();
      else void isIdle().then((idle) => idle && resolve(), reject);
    };
    channel.addEventListener('message', () => {
      heard++;
      look();
    });
    look();
  });
  channel.close();
  db.close();
}
