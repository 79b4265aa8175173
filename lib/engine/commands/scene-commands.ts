import type { SceneDraft } from '../../domain/command.ts';
import type { Change } from '../../domain/edit.ts';
import type { Fault } from '../../domain/fault.ts';
import {
  isSceneIndex,
  isTakeNumber,
  type ProjectId,
  type SceneIndex,
  type TakeNumber,
} from '../../domain/ids.ts';
import type { Project } from '../../domain/project.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { SCENE_LIMIT, type Scene } from '../../domain/scene.ts';
import { putProject } from '../../store/projects.ts';
import { getScene, getScenes, putScene } from '../../store/scenes.ts';
import { cancelUnsent } from './cancel-commands.ts';
import { moveQueuedTasks, placeAfter } from './film-order.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findProject, writeFields } from './project-commands.ts';
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

/** Adds scenes behind the last, each with a new index; answers the project as it is then and the inverse. */
export async function appendScenes(
  { tx, now }: Scope,
  project: Project,
  drafts: readonly SceneDraft[],
): Promise<Result<{ readonly project: Project; readonly changes: readonly Change[] }, Fault>> {
  const scenes = await getScenes(tx, project.id);
  if (scenes.length + drafts.length > SCENE_LIMIT) return fail({ type: 'TooManyScenes', limit: SCENE_LIMIT });
  let index = project.nextIndex;
  let position = scenes.at(-1)?.position ?? 0;
  const changes: Change[] = [];
  for (const draft of drafts) {
    await putScene(tx, newScene(project.id, index, ++position, draft));
    changes.push({ type: 'scene', projectId: project.id, index, field: 'deletedAt', was: now, wrote: null });
    index = nextIndex(index);
  }
  const grown = { ...project, nextIndex: index };
  if (drafts.length > 0) await putProject(tx, grown);
  return ok({ project: grown, changes });
}

/** A scene that is in use; null where it or its project is not. */
export async function findScene(
  scope: Scope,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<Scene | null> {
  if ((await findProject(scope, projectId)) === null) return null;
  const scene = await getScene(scope.tx, projectId, index);
  return scene?.deletedAt === null ? scene : null;
}

function newScene(projectId: ProjectId, index: SceneIndex, position: number, draft: SceneDraft): Scene {
  const first = firstNumber();
  return {
    ...draft,
    projectId,
    index,
    position,
    picks: { image: null, video: null, voice: null },
    nextTake: { image: first, video: first, voice: first },
    deletedAt: null,
  };
}

function nextIndex(index: SceneIndex): SceneIndex {
  const next = index + 1;
  if (!isSceneIndex(next)) throw new Error('A project has used up its scene indexes.');
  return next;
}

function firstNumber(): TakeNumber {
  const first = 1;
  if (!isTakeNumber(first)) throw new Error('1 is no take number.');
  return first;
}
