import type { ProjectId, SceneIndex } from '../domain/ids.ts';
import { isSceneIndex } from '../domain/ids.ts';
import type { Scene } from '../domain/scene.ts';
import { parseMaybe, parseRow, sceneRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads a scene, in the bin or not; null where there is none. */
export async function getScene(tx: AnyTx, projectId: ProjectId, index: SceneIndex): Promise<Scene | null> {
  return parseMaybe(sceneRow, await tx.idb.objectStore('scenes').get([projectId, index]), 'scenes');
}

/** The scenes in use, in the film's order. */
export async function getScenes(tx: AnyTx, projectId: ProjectId): Promise<readonly Scene[]> {
  const rows = await tx.idb.objectStore('scenes').index('place').getAll(wholeFilm(projectId));
  return rows.map((row) => parseRow(sceneRow, row, 'scenes'));
}

/** The indexes of the scenes in use, in the film's order, without reading the scenes. */
export async function getOrder(tx: AnyTx, projectId: ProjectId): Promise<readonly SceneIndex[]> {
  const keys = await tx.idb.objectStore('scenes').index('place').getAllKeys(wholeFilm(projectId));
  return keys.map(([, index]) => index).filter(isSceneIndex);
}

/** Writes a scene. One in the bin has no place in the film. */
export async function putScene(tx: WriteTx, scene: Scene): Promise<void> {
  const place = scene.deletedAt === null ? { place: [scene.projectId, scene.position] } : {};
  await tx.idb.objectStore('scenes').put({ ...scene, keys: place });
  tx.touch({ type: 'scene', projectId: scene.projectId, index: scene.index });
}

function wholeFilm(projectId: ProjectId): IDBKeyRange {
  return IDBKeyRange.bound([projectId, -Infinity], [projectId, Infinity]);
}
