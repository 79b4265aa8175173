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
import { getScenes, putScene } from '../../store/scenes.ts';
import type { Scope } from './outcome.ts';

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

function newScene(projectId: ProjectId, index: SceneIndex, position: number, draft: SceneDraft): Scene {
  const first = firstNumber();
  return {
    ...draft,
    projectId,
    index,
    position,
    madeWith: null,
    picks: { image: null, video: null, voice: null },
    nextTake: { image: first, video: first, voice: first },
    deletedAt: null,
  };
}

function nextIndex(index: SceneIndex): SceneIndex {
  const next = index + 1;
  if (!isSceneIndex(next)) throw new Error('The project has no index left.');
  return next;
}

function firstNumber(): TakeNumber {
  const first = 1;
  if (!isTakeNumber(first)) throw new Error('1 is no take number.');
  return first;
}
