import { isSceneIndex, type ProjectId, type SceneIndex } from '../domain/ids.ts';
import { emptyMark, type Mark } from '../domain/take.ts';
import { markRow, parseMaybe, parseRow } from './row-schemas.ts';
import { keyOf, ofScene, type TakeKey } from './takes.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads the marks of a take; the empty ones where nobody has touched it. */
export async function getMark(tx: AnyTx, key: TakeKey): Promise<Mark> {
  const row = await tx.idb.objectStore('marks').get(keyOf(key));
  return parseMaybe(markRow, row, 'marks') ?? emptyMark(key);
}

/** The marks of every take of a scene. */
export async function getSceneMarks(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Mark[]> {
  const rows = await tx.idb.objectStore('marks').getAll(ofScene(projectId, index));
  return rows.map((row) => parseRow(markRow, row, 'marks'));
}

/** The scenes of a project that have a take which nobody has looked at. */
export async function getFreshScenes(tx: AnyTx, projectId: ProjectId): Promise<ReadonlySet<SceneIndex>> {
  const keys = await tx.idb.objectStore('marks').index('fresh').getAllKeys(projectId);
  return new Set(keys.map(([, index]) => index).filter(isSceneIndex));
}

/** The marks of every take that is still to be saved, of all projects. */
export async function getUnsaved(tx: AnyTx): Promise<readonly Mark[]> {
  const rows = await tx.idb.objectStore('marks').index('toSave').getAll();
  return rows.map((row) => parseRow(markRow, row, 'marks'));
}

/** Writes the marks of a take. */
export async function putMark(tx: WriteTx, mark: Mark): Promise<void> {
  const isFresh = mark.seenAt === null && mark.binnedAt === null && mark.archivedAt === null;
  const keys = {
    ...(isFresh && { fresh: mark.projectId }),
    ...(mark.toSave !== null && { toSave: mark.projectId }),
  };
  await tx.idb.objectStore('marks').put({ ...mark, keys });
  tx.touch({ type: 'scene', projectId: mark.projectId, index: mark.sceneIndex });
}
