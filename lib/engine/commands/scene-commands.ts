import { endCardDrafts } from '../../domain/end-card.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Scene } from '../../domain/scene.ts';
import { getScenes, putScene } from '../../store/scenes.ts';
import { appendScenes } from './append-scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { moveQueuedTasks, placeAfter } from './film-order.ts';
import { findProject, findScene } from './find.ts';
import { copyPictures } from './picture-commands.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writeFields } from './write-project.ts';
import { writeScene } from './write-scene.ts';

/** Adds a script's scenes behind the last one. Scenes that are there stay as they are, whatever the script says. */
export async function importScript(scope: Scope, command: Of<'importScript'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const isFirst = (await getScenes(scope.tx, project.id)).length === 0;
  const drafts = [...command.scenes, ...(isFirst ? endCardDrafts(project) : [])];
  const added = await appendScenes(scope, project, drafts);
  if (!added.ok) return added;
  const { project: grown, changes } = added.value;
  const takesAspect = isFirst && command.aspect !== null;
  const set = takesAspect ? await writeFields(scope, grown, { aspect: command.aspect }) : [];
  return edited(project.id, 'importScript', [...changes, ...set], { count: drafts.length });
}

/** Adds one scene behind another, in that one's chapter where it names none. */
export async function addScene(scope: Scope, command: Of<'addScene'>): Outcomes {
  const project = await findProject(scope, command.projectId);
  if (project === null) return notFound('project');
  const neighbour = command.after === null ? null : await findScene(scope, project.id, command.after);
  const chapter = command.scene.chapter || (neighbour?.chapter ?? '');
  const added = await appendScenes(scope, project, [{ ...command.scene, chapter }]);
  if (!added.ok) return added;
  const placed = await placeAfter(scope, await newestScene(scope, project.id), command.after);
  await moveQueuedTasks(scope, placed);
  return edited(project.id, 'addScene', [...added.value.changes, ...placed], { count: 1 });
}

/** Adds a copy of a scene behind it: what it says and its own pictures. Its takes stay with it alone (L1). */
export async function duplicateScene(scope: Scope, command: Of<'duplicateScene'>): Outcomes {
  const scene = await findScene(scope, command.projectId, command.index);
  if (scene === null) return notFound('scene');
  const { title, description, voiceOver, imagePrompt, videoPrompt, lengthS, chapter, extra } = scene;
  const copy = { title, description, voiceOver, imagePrompt, videoPrompt, lengthS, chapter, extra };
  const added = await addScene(scope, {
    type: 'addScene',
    projectId: scene.projectId,
    after: scene.index,
    scene: copy,
  });
  if (!added.ok) return added;
  await copyPictures(scope, scene, (await inheritMaker(scope, scene)).index);
  return added;
}

/** Has the scene that was added last made with what makes another; undo and redo of the adding take it along. */
export async function inheritMaker(scope: Scope, { projectId, madeWith }: Scene): Promise<Scene> {
  const added = { ...(await newestScene(scope, projectId)), madeWith };
  await putScene(scope.tx, added);
  return added;
}

/** The scene that was added last: no index is used twice (L1). */
async function newestScene({ tx }: Scope, projectId: ProjectId): Promise<Scene> {
  const [newest] = (await getScenes(tx, projectId)).toSorted((a, b) => b.index - a.index);
  if (newest === undefined) throw new Error('The added scene is gone');
  return newest;
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
