import type { Kind } from './scene.ts';
import type { Task } from './task.ts';

/**
 * Sort key of a queued task: priority first, then the older batch, images before videos within it, then the
 * position in the film, then the order of creation. Compares element by element, smallest first.
 */
export function orderOfWork(task: Task): readonly number[] {
  return [-task.priority, task.batchAt, KIND_RANK[task.kind], task.position, task.sequence];
}

const KIND_RANK: Readonly<Record<Kind, number>> = { image: 0, video: 1, voice: 2 };
