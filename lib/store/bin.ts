import type { AssetId, ProjectId, SceneIndex } from '../domain/ids.ts';
import type { Picture } from '../domain/picture.ts';
import type { Project } from '../domain/project.ts';
import type { Scene } from '../domain/scene.ts';
import { assetsOfTake, type Mark, type Take } from '../domain/take.ts';
import type { Task } from '../domain/task.ts';
import { readableRows } from './readable-rows.ts';
import { markRow, pictureRow, projectRow, sceneRow, takeRow } from './row-schemas.ts';
import { taskRow } from './task-schema.ts';
import type { AnyTx } from './transaction.ts';

/** Rows of the store; those that cannot be read are left out, and so left alone. */
export interface Rows {
  readonly projects: readonly Project[];
  readonly scenes: readonly Scene[];
  readonly takes: readonly Take[];
  readonly pictures: readonly Picture[];
  readonly tasks: readonly Task[];
}

/** Everything that is stored, parted into what is in use and what is in the bin, with the marks of takes. */
export interface Parted {
  readonly used: Rows;
  /** Binned in itself, or with its scene or project. Scenes that are deleted take everything of theirs along. */
  readonly bin: Rows;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Reads the store and parts it by what is in the bin. */
export async function readParted(tx: AnyTx): Promise<Parted> {
  const projects = await readableRows(tx, 'projects', projectRow);
  const scenes = await readableRows(tx, 'scenes', sceneRow);
  const takes = await readableRows(tx, 'takes', takeRow);
  const pictures = await readableRows(tx, 'pictures', pictureRow);
  const tasks = await readableRows(tx, 'tasks', taskRow);
  const marks = new Map((await readableRows(tx, 'marks', markRow)).map((mark) => [takeName(mark), mark]));
  const gone = new Set(projects.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id));
  const isSceneGone = goneScenes(gone, scenes);
  const part = <T>(rows: readonly T[], isBinned: (row: T) => boolean) => ({
    bin: rows.filter(isBinned),
    used: rows.filter((row) => !isBinned(row)),
  });
  const parts = {
    projects: part(projects, ({ id }) => gone.has(id)),
    scenes: part(scenes, ({ projectId, index }) => isSceneGone(projectId, index)),
    takes: part(
      takes,
      (take) => isSceneGone(take.projectId, take.sceneIndex) || isMarkBinned(marks.get(takeName(take))),
    ),
    pictures: part(
      pictures,
      ({ projectId, sceneIndex, deletedAt }) => deletedAt !== null || isSceneGone(projectId, sceneIndex),
    ),
    tasks: part(tasks, ({ projectId, sceneIndex }) => isSceneGone(projectId, sceneIndex)),
  };
  const rowsOf = (side: 'bin' | 'used'): Rows => ({
    projects: parts.projects[side],
    scenes: parts.scenes[side],
    takes: parts.takes[side],
    pictures: parts.pictures[side],
    tasks: parts.tasks[side],
  });
  return { used: rowsOf('used'), bin: rowsOf('bin'), marks };
}

/** One text for a take or its mark. */
export function takeName({ projectId, sceneIndex, kind, number }: Mark | Take): string {
  return `${projectId} ${sceneIndex} ${kind} ${number}`;
}

/** One text for a scene. */
export function sceneKey(projectId: ProjectId, index: SceneIndex): string {
  return `${projectId} ${index}`;
}

/** The assets that takes and pictures name. */
export function assetsNamed({ takes, pictures }: Pick<Rows, 'takes' | 'pictures'>): readonly AssetId[] {
  return [...takes.flatMap(assetsOfTake), ...pictures.map(({ assetId }) => assetId)];
}

function isMarkBinned(mark: Mark | undefined): boolean {
  return mark !== undefined && mark.binnedAt !== null;
}

/** Null for the index asks about the project alone. */
function goneScenes(
  gone: ReadonlySet<ProjectId>,
  scenes: readonly Scene[],
): (projectId: ProjectId, index: SceneIndex | null) => boolean {
  const deleted = new Set(
    scenes
      .filter(({ deletedAt }) => deletedAt !== null)
      .map((scene) => sceneKey(scene.projectId, scene.index)),
  );
  return (projectId, index) =>
    gone.has(projectId) || (index !== null && deleted.has(sceneKey(projectId, index)));
}
