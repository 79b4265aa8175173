import type { ProjectId, SceneIndex } from '../domain/ids.ts';
import type { Kind } from '../domain/scene.ts';
import { transition } from '../domain/transition.ts';
import { getWaiting, putTask } from '../store/tasks.ts';
import type { WriteTx } from '../store/transaction.ts';

/** Frees the tasks that wait for a pick of this kind of this scene, in the transaction that stores or moves it. */
export async function freeWaiters(
  tx: WriteTx,
  projectId: ProjectId,
  index: SceneIndex,
  kind: Kind,
  now: number,
): Promise<void> {
  if (kind === 'voice') return;
  const need = kind === 'image' ? 'image-pick' : 'video-pick';
  for (const task of await getWaiting(tx, projectId, need, index)) {
    const freed = transition(task, { type: 'freed' }, now);
    if (freed.ok) await putTask(tx, freed.value, now);
  }
}
