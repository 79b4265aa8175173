import { getScenes } from '../../store/scenes.ts';
import { appendScenes } from './append-scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { moveQueuedTasks, placeAfter } from './film-order.ts';
import { findProject, findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writeFields } from './write-project.ts';
import { writeScene } from './write-scene.ts';

/** Adds a script's scenes behind the last one. Scenes that are there stay as they are, whatever the script says. */
export async function importScript(scope: Scope, command: Of<'importScript'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const isFirst = (await getScenes(scope.tx, project.id)).length === 0;
  const added = await appendScenes(scope, project, command.scenes);
  if (!added.ok) return added;
  const { project: grown, changes } = added.value;
  const takesAspect = isFirst && command.aspect !== null;
  const set = takesAspect ? await writeFields(scope, grown, { aspect: command.aspect }) : [];
  return edited(project.id, 'importScript', [...changes, ...set], { count: command.scenes.length });
}

/** Adds one scene behind another. */
export async function addScene(scope: Scope, command: Of<'addScene'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const added = await appendScenes(scope, project, [command.scene]);
  if (!added.ok) return added;
  const last = (await getScenes(scope.tx, project.id)).at(-1);
  if (last === undefined) throw new Error('The scene that was added is not there.');
  await placeAfter(scope, last, command.after);
  return edited(project.id, 'addScene', added.value.changes, { count: 1 });
}

/** Writes what the user says of a scene. Only the fields that it names. */
export async function editScene(scope: Scope, command: Of<'editScene'>): Outcomes {
  const scene = await findScene(scope, command.projectId, command.index);
  if (scene === null) return notFound('scene');
  const changes = await writeScene(scope, scene, command.text);
  return edited(scene.projectId, 'editScene', changes);
}

/** Moves a scene behind another. Its index stays what it is for life (L1). */
export async function moveScene(scope: Scope, command: Of<'moveScene'>): Outcomes {
  const scene = await findScene(scope, command.projectId, command.index);
  if (scene === null) return notFound('scene');
  const changes = await placeAfter(scope, scene, command.after);
  await moveQueuedTasks(scope, changes);
  return edited(scene.projectId, 'moveScene', changes, { count: changes.length === 0 ? 0 : 1 });
}

/** Puts a scene into the bin with its tasks that were not sent; a sent one finishes there (L4). */
export async function deleteScene(scope: Scope, command: Of<'deleteScene'>): Outcomes {
  const scene = await findScene(scope, command.projectId, command.index);
  if (scene === null) return notFound('scene');
  const cancelled = await cancelUnsent(scope, scene.projectId, scene.index);
  const binned = await writeScene(scope, scene, { deletedAt: scope.now });
  return edited(scene.projectId, 'deleteScene', [...cancelled, ...binned], { count: 1 });
}
