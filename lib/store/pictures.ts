import type { PictureId, ProjectId, SceneIndex } from '../domain/ids.ts';
import type { Picture } from '../domain/picture.ts';
import { parseMaybe, parseRow, pictureRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads a picture, in the bin or not; null where there is none. */
export async function getPicture(tx: AnyTx, id: PictureId): Promise<Picture | null> {
  return parseMaybe(pictureRow, await tx.idb.objectStore('pictures').get(id), 'pictures');
}

/** The pictures in use that a scene's snapshot takes: the project's and the scene's own. */
export async function getScenePictures(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Picture[]> {
  const rows = await tx.idb.objectStore('pictures').index('project').getAll(projectId);
  return rows
    .map((row) => parseRow(pictureRow, row, 'pictures'))
    .filter((picture) => picture.deletedAt === null)
    .filter((picture) => picture.sceneIndex === null || picture.sceneIndex === index);
}

/** Writes a picture. */
export async function putPicture(tx: WriteTx, picture: Picture): Promise<void> {
  await tx.idb.objectStore('pictures').put(picture);
  const { projectId, sceneIndex } = picture;
  if (sceneIndex === null) tx.touch({ type: 'project', projectId });
  else tx.touch({ type: 'scene', projectId, index: sceneIndex });
}
