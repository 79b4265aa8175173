import { newId } from '../../domain/ids.ts';
import { fail } from '../../domain/result.ts';
import { hasAsset, unstage } from '../../store/assets.ts';
import { getPicture, putPicture } from '../../store/pictures.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { findProject, findScene } from './find.ts';

/** Gives a picture, whose bytes were staged under this command's id, to a scene or the whole project. */
export async function addPicture(scope: Scope, command: Of<'addPicture'>): Outcomes {
  const { projectId, sceneIndex, role, assetId, name, width, height } = command;
  if ((await findProject(scope, projectId)) === null) return notFound('project');
  if (sceneIndex !== null && (await findScene(scope, projectId, sceneIndex)) === null)
    return notFound('scene');
  if (!(await hasAsset(scope.tx, assetId))) return fail({ type: 'AssetMissing' });
  const id = newId('picture', scope.random);
  const addedAt = scope.now;
  const picture = { id, projectId, sceneIndex, role, assetId, name, width, height, addedAt, deletedAt: null };
  await putPicture(scope.tx, picture);
  await unstage(scope.tx, assetId, scope.id);
  return edited(projectId, 'addPicture', [{ type: 'picture', pictureId: id, was: scope.now, wrote: null }]);
}

/** Puts a picture into the bin. Takes that were made with it keep their copy. */
export async function removePicture(scope: Scope, command: Of<'removePicture'>): Outcomes {
  const picture = await getPicture(scope.tx, command.pictureId);
  if (picture?.deletedAt !== null) return notFound('picture');
  await putPicture(scope.tx, { ...picture, deletedAt: scope.now });
  const change = { type: 'picture', pictureId: picture.id, was: null, wrote: scope.now } as const;
  return edited(picture.projectId, 'removePicture', [change]);
}
