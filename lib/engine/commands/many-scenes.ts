import { listedIn } from '../../domain/batch.ts';
import type { Change } from '../../domain/edit.ts';
import type { ProjectId, SceneIndex } from '../../domain/ids.ts';
import { fail } from '../../domain/result.ts';
import type { Scene } from '../../domain/scene.ts';
import { getScenes } from '../../store/scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { findProject } from './find.ts';
import type { Of } from './of-type.ts';
import { notBuiltIn } from './project-commands.ts';
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
export function setLengths(scope: Scope, { lengthS, ...of }: Of<'setLengths'>): Outcomes {
  return writeListed(scope, of, { lengthS });
}

/** Gives scenes a maker of their own, or the film's again, as one edit. What was ordered already keeps its own (L4). */
export async function setMaker(scope: Scope, { madeWith, ...of }: Of<'setMaker'>): Outcomes {
  if (madeWith !== null && scope.capabilities(madeWith.provider) === null)
    return notBuiltIn(madeWith.provider);
  return writeListed(scope, of, { madeWith });
}

async function writeListed(
  scope: Scope,
  { type, projectId, scenes }: Pick<Of<'setLengths' | 'setMaker'>, 'type' | 'projectId' | 'scenes'>,
  fields: Partial<Pick<Scene, 'lengthS' | 'madeWith'>>,
): Outcomes {
  const found = await findListed(scope, projectId, scenes);
  if (found === null) return notFound('project');
  const changes: Change[] = [];
  for (const scene of found) changes.push(...(await writeScene(scope, scene, fields)));
  return changes.length === 0 ? fail({ type: 'NothingToDo' }) : edited(projectId, type, changes);
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
