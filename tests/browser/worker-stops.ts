import { isSceneIndex } from '../../lib/domain/ids.ts';
import { dueAt, isOpen } from '../../lib/domain/task.ts';
import { seeded } from '../fakes/studio.ts';
import type { Panel } from './panel.ts';
import { untilNotices } from './random-moments.ts';
import { readRows } from './stored-laws.ts';

/** At most this many notices pass between two stops: about what one task tells from its claim to its take. */
const MOST_NOTICES = 12;

/**
 * Stops the worker this many times while a film is made, each time at a random moment of the work. One time in ten
 * nobody looks afterwards, and the alarm or the renderer must do; else a page wakes it at once. Where the work runs
 * out, a scene is ordered again.
 */
export async function stopAtRandom(panel: Panel, stops: number, seed: number): Promise<void> {
  const random = seeded(seed);
  for (let stop = 0; stop < stops; stop++) {
    await keepBusy(panel, random);
    await untilNotices(panel, Math.floor(random() * MOST_NOTICES));
    await panel.stopWorker();
    if (random() > 0.1) await panel.wake();
  }
}

/** Orders a random scene's video again where nothing is open. */
export async function keepBusy(panel: Panel, random: () => number): Promise<void> {
  const { tasks, scenes } = await readRows(panel);
  if (tasks.some((task) => isOpen(task) && dueAt(task.phase) !== null)) return;
  const scene = scenes[Math.floor(random() * scenes.length)];
  if (scene === undefined || !isSceneIndex(scene.index)) throw new Error('There is no scene.');
  const { projectId, index } = scene;
  await panel.command({ type: 'generate', projectId, index, kind: 'video' });
}
