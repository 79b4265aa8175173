import type { PictureId, ProjectId, SceneIndex } from '../domain/ids.ts';
import type { Picture } from '../domain/picture.ts';
import { parseMaybe, parseRow, pictureRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads a picture, in the bin or not; null where there is none. */
export async function getPicture(tx: AnyTx, id: PictureId): Promise<Picture | null> {
  return parseMaybe(pictureRow, await tx.idb.objectStore('pictures').get(id), 'pictures');
}

/** The pictures in use that a scene's snapshot takes: the project's and the scene's own, oldest first. */
export async function getScenePictures(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Picture[]> {
  const inUse = await getPicturesInUse(tx, projectId);
  return inUse.filter(({ sceneIndex }) => sceneIndex === null || sceneIndex === index);
}

/** The film's own pictures in use, those of no one scene, oldest first. */
export async function getFilmPictures(tx: AnyTx, projectId: ProjectId): Promise<readonly Picture[]> {
  const inUse = await getPicturesInUse(tx, projectId);
  return inUse.filter(({ sceneIndex }) => sceneIndex === null);
}

/** The scenes that have a picture of their own to begin with. */
export async function getPicturedScenes(tx: AnyTx, projectId: ProjectId): Promise<ReadonlySet<SceneIndex>> {
  const inUse = await getPicturesInUse(tx, projectId);
  return new Set(
    inUse.flatMap(({ sceneIndex, role }) => (sceneIndex === null || role === 'end' ? [] : [sceneIndex])),
  );
}

async function getPicturesInUse(tx: AnyTx, projectId: ProjectId): Promise<readonly Picture[]> {
  const rows = await tx.idb.objectStore('pictures').index('project').getAll(projectId);
  return rows
    .map((row) => parseRow(pictureRow, row, 'pictures'))
    .filter((picture) => picture.deletedAt === null)
    .toSorted((a, b) => a.addedAt - b.addedAt || a.id.localeCompare(b.id));
}

/** Writes a picture. */
export async function putPicture(tx: WriteTx, picture: Picture): Promise<void> {
  await tx.idb.objectStore('pictures').put(picture);
  const { projectId, sceneIndex } = picture;
  if (sceneIndex === null) tx.touch({ type: 'project', projectId });
  else tx.touch({ type: 'scene', projectId, index: sceneIndex });
}
