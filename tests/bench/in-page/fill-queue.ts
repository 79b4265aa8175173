import { fillStore } from './fill-store.ts';
import { openStore } from './open-store.ts';

/** Puts this many tasks into the store of the extension whose page this is; its queue is paused, so none is begun. */
export async function fillQueue(tasks: number): Promise<void> {
  const store = await openStore('retake');
  await fillStore(store, tasks, true);
  store.connection.close();
}
