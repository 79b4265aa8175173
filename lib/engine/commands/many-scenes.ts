import { listedIn } from '../../domain/batch.ts';
import type { Change } from '../../domain/edit.ts';
import type { ProjectId, SceneIndex } from '../../domain/ids.ts';
import { fail } from '../../domain/result.ts';
import type { Scene } from '../../domain/scene.ts';
import { getScenes } from '../../store/scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { findProject } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writeScene } from './write-scene.ts';

/** Puts scenes into the bin with their tasks that were not sent (L4), as one edit. */
export async function deleteScenes(scope: Scope, { projectId, scenes }: Of<'deleteScenes'>): Outcomes {
  const found = await findListed(scope, projectId, scenes);
  if (found === null) return notFound('project');
  if (found.length === 0) return fail({ type: 'NothingToDo' });
  const changes: Change[] = [];
  for (const scene of found) {
    changes.push(...(await cancelUnsent(scope, projectId, scene.index)));
    changes.push(...(await writeScene(scope, scene, { deletedAt: scope.now })));
  }
  return edited(projectId, 'deleteScenes', changes, { count: found.length });
}

/** Gives scenes one length, as one edit. What was ordered already keeps its own (L4). */
export async function setLengths(scope: Scope, { projectId, scenes, lengthS }: Of<'setLengths'>): Outcomes {
  const found = await findListed(scope, projectId, scenes);
  if (found === null) return notFound('project');
  const changes: Change[] = [];
  for (const scene of found) changes.push(...(await writeScene(scope, scene, { lengthS })));
  if (changes.length === 0) return fail({ type: 'NothingToDo' });
  return edited(projectId, 'setLengths', changes);
}

/** The scenes in use among those that are named, in the film's order; null where the project is not in use. */
async function findListed(
  scope: Scope,
  projectId: ProjectId,
  scenes: readonly SceneIndex[],
): Promise<readonly Scene[] | null> {
  if ((await findProject(scope, projectId)) === null) return null;
  const isListed = listedIn(scenes);
  return (await getScenes(scope.tx, projectId)).filter(({ index }) => isListed(index));
}
