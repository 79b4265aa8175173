import type { Change } from '../../domain/edit.ts';
import { newId, type PictureId, type ProjectId, type SceneIndex } from '../../domain/ids.ts';
import { isFilmRole, type Picture, type PictureRole } from '../../domain/picture.ts';
import { fail } from '../../domain/result.ts';
import type { Scene } from '../../domain/scene.ts';
import { hasAsset, unstage } from '../../store/assets.ts';
import { getFilmPictures, getPicture, getScenePictures, putPicture } from '../../store/pictures.ts';
import type { Of } from './of-type.ts';
import { carriedOut, edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findProject, findScene } from './find.ts';

/**
 * Gives a picture, whose bytes were staged under this command's id, to a scene or the whole project. The same
 * bytes at the same place are one picture: a second time adds nothing.
 */
export async function addPicture(scope: Scope, command: Of<'addPicture'>): Outcomes {
  const { projectId, sceneIndex, role, assetId, name, width, height, replaces = [] } = command;
  if ((await findProject(scope, projectId)) === null) return notFound('project');
  if (sceneIndex !== null && (await findScene(scope, projectId, sceneIndex)) === null)
    return notFound('scene');
  if (!fits(role, sceneIndex)) return wrongRole();
  if (!(await hasAsset(scope.tx, assetId))) return fail({ type: 'AssetMissing' });
  await unstage(scope.tx, assetId, scope.id);
  const known = await picturesAt(scope, projectId, sceneIndex);
  const isEnd = role === 'end';
  const isSame = (each: Picture): boolean => each.assetId === assetId && (each.role === 'end') === isEnd;
  if (known.some(isSame)) return carriedOut(projectId, 0);
  const id = newId('picture', scope.random);
  const addedAt = scope.now;
  const given = { projectId, sceneIndex, role, assetId, name, width, height };
  const picture = { ...given, id, calledAs: '', addedAt, deletedAt: null };
  await putPicture(scope.tx, picture);
  const changes: Change[] = [{ type: 'picture', pictureId: id, was: scope.now, wrote: null }];
  // A video has one end.
  const isOld = (each: Picture): boolean => replaces.includes(each.id) || (isEnd && each.role === 'end');
  for (const old of known.filter(isOld)) changes.push(await putIntoBin(scope, old));
  return edited(projectId, 'addPicture', changes, { count: 1 });
}

/** Puts a picture into the bin. Takes that were made with it keep their copy. */
export async function removePicture(scope: Scope, command: Of<'removePicture'>): Outcomes {
  const picture = await findPicture(scope, command.pictureId);
  if (picture === null) return notFound('picture');
  return edited(picture.projectId, 'removePicture', [await putIntoBin(scope, picture)]);
}

/** Says anew what a picture shows; an earlier end frame goes into the bin with the same edit. */
export async function setPictureRole(scope: Scope, command: Of<'setPictureRole'>): Outcomes {
  const { role } = command;
  const picture = await findPicture(scope, command.pictureId);
  if (picture === null) return notFound('picture');
  if (!fits(role, picture.sceneIndex)) return wrongRole();
  if (picture.role === role) return carriedOut(picture.projectId, 0);
  await putPicture(scope.tx, { ...picture, role });
  const change = { type: 'pictureRole', pictureId: picture.id, was: picture.role, wrote: role } as const;
  const changes: Change[] = [change];
  const { projectId, sceneIndex } = picture;
  for (const other of role === 'end' ? await picturesAt(scope, projectId, sceneIndex) : [])
    if (other.role === 'end' && other.id !== picture.id) changes.push(await putIntoBin(scope, other));
  return edited(projectId, 'setPictureRole', changes);
}

/** Says by which names scenes call what a picture of the film shows: those alone use it (empty: all). */
export async function callPicture(scope: Scope, command: Of<'callPicture'>): Outcomes {
  const calledAs = command.calledAs.trim();
  const picture = await findPicture(scope, command.pictureId);
  if (picture === null) return notFound('picture');
  if (picture.calledAs === calledAs) return carriedOut(picture.projectId, 0);
  await putPicture(scope.tx, { ...picture, calledAs });
  const was = { was: picture.calledAs, wrote: calledAs };
  const change: Change = { type: 'pictureCalled', pictureId: picture.id, ...was };
  return edited(picture.projectId, 'callPicture', [change]);
}

async function findPicture(scope: Scope, id: PictureId): Promise<Picture | null> {
  const picture = await getPicture(scope.tx, id);
  return picture?.deletedAt === null ? picture : null;
}

async function picturesAt(
  { tx }: Scope,
  projectId: ProjectId,
  sceneIndex: SceneIndex | null,
): Promise<readonly Picture[]> {
  if (sceneIndex === null) return getFilmPictures(tx, projectId);
  const used = await getScenePictures(tx, projectId, sceneIndex);
  return used.filter((picture) => picture.sceneIndex === sceneIndex);
}

async function putIntoBin({ tx, now }: Scope, picture: Picture): Promise<Change> {
  await putPicture(tx, { ...picture, deletedAt: now });
  return { type: 'picture', pictureId: picture.id, was: null, wrote: now };
}

/** What is of one shot belongs to a scene: as the film's it would stand for every scene. */
function fits(role: PictureRole, sceneIndex: SceneIndex | null): boolean {
  return sceneIndex !== null || isFilmRole(role);
}

function wrongRole(): ReturnType<typeof fail<{ type: 'BadInput'; field: string; expected: string }>> {
  return fail({ type: 'BadInput', field: 'role', expected: 'product, person, place' });
}

/** Gives a scene's own pictures to another scene as well; the bytes are the same ones. */
export async function copyPictures({ tx, random }: Scope, from: Scene, to: SceneIndex): Promise<void> {
  for (const picture of await getScenePictures(tx, from.projectId, from.index)) {
    if (picture.sceneIndex === from.index)
      await putPicture(tx, { ...picture, id: newId('picture', random), sceneIndex: to });
  }
}
