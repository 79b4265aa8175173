import type { Done } from '../../lib/domain/command.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId, type ProjectId, type SceneIndex } from '../../lib/domain/ids.ts';
import type { Picture, PicturePlace } from '../../lib/domain/picture.ts';
import type { Project } from '../../lib/domain/project.ts';
import { fail, type Result } from '../../lib/domain/result.ts';
import { addAsset, readAsset } from '../../lib/store/assets.ts';
import { getPicturedScenes } from '../../lib/store/pictures.ts';
import { getOrder } from '../../lib/store/scenes.ts';
import { isMeantAsClip } from './give-clips.ts';
import { background } from '../page/live-store.ts';
import { live } from '../page/use-live.ts';

/** One file, and where its picture goes; null where no scene is left for it. */
export interface Giving {
  readonly file: File;
  readonly place: Exclude<PicturePlace, { readonly type: 'each-scene' }> | null;
}

const MOST_NAME = 200;

/** Deals files out to their places; one for each scene goes by file name, as people number them. */
export async function dealOut(
  projectId: ProjectId,
  files: readonly File[],
  place: PicturePlace,
): Promise<readonly Giving[]> {
  if (place.type === 'film') return files.map((file) => ({ file, place }));
  if (place.type === 'scene') {
    return files.map((file, at) => ({ file, place: at === 0 ? place : { ...place, replaces: [] } }));
  }
  const [order, pictured] = await live.store.read((tx) =>
    Promise.all([getOrder(tx, projectId), getPicturedScenes(tx, projectId)]),
  );
  const free = order.filter((index) => !pictured.has(index));
  const byName = new Intl.Collator(undefined, { numeric: true });
  return files
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .map((file, at) => ({ file, place: scenePlace(free[at]) }));
}

function scenePlace(index: SceneIndex | undefined): Giving['place'] {
  return index === undefined ? null : { type: 'scene', index, replaces: [] };
}

/** Makes one file ready, stores its bytes under the command's id, and has the background point at them (L11). */
export async function givePicture(
  projectId: ProjectId,
  { file, place }: Giving,
): Promise<Result<Done, Fault>> {
  if (place === null) return fail({ type: 'NoSceneLeft' });
  const { preparePicture } = await import('../../lib/media/prepare-picture.ts');
  const prepared = await preparePicture(file);
  if (!prepared.ok) return prepared;
  const { bytes, width, height } = prepared.value;
  const id = newId('command', Math.random);
  const stored = await addAsset(live.store, bytes, id, 'output', Date.now());
  if (!stored.ok) return stored;
  const name = file.name.trim().slice(0, MOST_NAME) || '…';
  const picture = { projectId, assetId: stored.value, name, width, height };
  return background.command(
    id,
    place.type === 'film'
      ? { type: 'addPicture', ...picture, sceneIndex: null, role: place.role }
      : {
          type: 'addPicture',
          ...picture,
          sceneIndex: place.index,
          role: 'scene',
          replaces: place.replaces,
        },
  );
}

/** Fits a stored picture to the film and makes it a take of a scene, picked. */
export async function importPicture(
  project: Project,
  index: SceneIndex,
  picture: Picture,
): Promise<Result<Done, Fault>> {
  const stored = await readAsset(live.store, picture.assetId);
  return stored === null ? fail({ type: 'AssetMissing' }) : importImage(project, index, stored);
}

/** Fits a picture file to the film and makes it a take of a scene, picked. */
export async function giveImage(
  project: Project,
  index: SceneIndex,
  file: File,
): Promise<Result<Done, Fault>> {
  const { preparePicture } = await import('../../lib/media/prepare-picture.ts');
  const prepared = await preparePicture(file);
  return prepared.ok ? importImage(project, index, prepared.value.bytes) : prepared;
}

async function importImage(
  { id: projectId, aspect }: Project,
  index: SceneIndex,
  picture: Blob,
): Promise<Result<Done, Fault>> {
  const { fitPicture } = await import('../../lib/media/fit-picture.ts');
  const { bytes, poster, media } = await fitPicture(picture, aspect);
  const id = newId('command', Math.random);
  const asset = await addAsset(live.store, bytes, id, 'output', Date.now());
  if (!asset.ok) return asset;
  const small = await addAsset(live.store, poster, id, 'poster', Date.now());
  if (!small.ok) return small;
  const take = { kind: 'image', assetId: asset.value, posterId: small.value, media } as const;
  return background.command(id, { type: 'importTake', projectId, index, ...take });
}

/** Tells files apart: clips, everything meant as a picture, and the first script among the rest. */
export async function sortFiles(files: readonly File[]): Promise<{
  readonly script: File | null;
  readonly pictures: readonly File[];
  readonly clips: readonly File[];
}> {
  const { isPicture } = await import('../../lib/media/prepare-picture.ts');
  const are = await Promise.all(files.map(isPicture));
  const pictures = files.filter((_file, at) => are[at]);
  // A phone's photo begins as a clip does: what is a picture is no clip.
  const areClips = await Promise.all(files.map(async (file, at) => are[at] !== true && isMeantAsClip(file)));
  const clips = files.filter((_file, at) => areClips[at]);
  const others = files.filter((_file, at) => areClips[at] !== true);
  const rest = others.filter((file) => !pictures.includes(file));
  const isScript = (file: File): boolean => /\.(json|txt|md)$/i.test(file.name) || file.type === 'text/plain';
  const script = rest.find(isScript) ?? (pictures.length === 0 ? (rest[0] ?? null) : null);
  // What is neither is told of with the pictures that it came with.
  return { script, clips, pictures: pictures.length === 0 ? [] : others.filter((file) => file !== script) };
}
