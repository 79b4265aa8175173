import type { ProjectId, SceneIndex } from '../domain/ids.ts';
import { readSnapshot, staleInputs } from '../domain/snapshot.ts';
import { readInputs } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { getScenes } from './scenes.ts';
import { getTake } from './takes.ts';
import type { AnyTx } from './transaction.ts';

/** The scenes, in the film's order, with a picked image or video whose inputs have changed since it was made. */
export async function readStaleScenes(tx: AnyTx, projectId: ProjectId): Promise<readonly SceneIndex[]> {
  const project = await getProject(tx, projectId);
  if (project === null) return [];
  const stale: SceneIndex[] = [];
  for (const scene of await getScenes(tx, projectId)) {
    const { index, picks } = scene;
    const inputs = await readInputs(tx, project, scene);
    for (const kind of ['image', 'video'] as const) {
      const number = picks[kind];
      const take = number === null ? null : await getTake(tx, { projectId, sceneIndex: index, kind, number });
      if (take === null || staleInputs(take.snapshot, readSnapshot(kind, inputs, 0)).length === 0) continue;
      stale.push(index);
      break;
    }
  }
  return stale;
}
