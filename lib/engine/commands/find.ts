import type { ProjectId, SceneIndex } from '../../domain/ids.ts';
import type { Project } from '../../domain/project.ts';
import type { Scene } from '../../domain/scene.ts';
import { getProject } from '../../store/projects.ts';
import { getScene } from '../../store/scenes.ts';
import type { Scope } from './outcome.ts';

/** A project that is in use; null where it is not there or in the bin. */
export async function findProject({ tx }: Scope, id: ProjectId): Promise<Project | null> {
  const project = await getProject(tx, id);
  return project?.deletedAt === null ? project : null;
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
