import type { ProjectId, SceneIndex } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { getOrder } from './scenes.ts';
import { getSceneTasks } from './tasks.ts';
import type { AnyTx } from './transaction.ts';

/** The tasks of each scene in use, oldest first. */
export type FilmTasks = ReadonlyMap<SceneIndex, readonly Task[]>;

/** Reads the tasks of a film; with what is known already, those of changed scenes alone. */
export async function readFilmTasks(
  tx: AnyTx,
  projectId: ProjectId,
  known: { readonly film: FilmTasks; readonly changed: ReadonlySet<SceneIndex> } | null = null,
): Promise<FilmTasks> {
  const film = new Map<SceneIndex, readonly Task[]>();
  for (const index of await getOrder(tx, projectId)) {
    const tasks = known === null || known.changed.has(index) ? undefined : known.film.get(index);
    film.set(index, tasks ?? (await getSceneTasks(tx, projectId, index)));
  }
  return film;
}
