import type { ProjectId, TakeNumber } from '../domain/ids.ts';
import { previewOf, type Preview, type PreviewScene, type Seen } from '../domain/preview.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import type { Take } from '../domain/take.ts';
import { hasAsset } from './assets.ts';
import { firstLine } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { getScenes } from './scenes.ts';
import { getTake } from './takes.ts';
import type { AnyTx } from './transaction.ts';

/** Reads what a film would be seen as now; null where the project is not in use. */
export async function readPreview(tx: AnyTx, projectId: ProjectId): Promise<Preview | null> {
  const project = await getProject(tx, projectId);
  if (project?.deletedAt !== null) return null;
  const scenes = await getScenes(tx, projectId);
  return previewOf(await Promise.all(scenes.map((scene, at) => readScene(tx, scene, at + 1))));
}

async function readScene(tx: AnyTx, scene: Scene, ordinal: number): Promise<PreviewScene> {
  const { index, voiceOver, description, title, imagePrompt } = scene;
  const [video, image] = await Promise.all([pickOf(tx, scene, 'video'), pickOf(tx, scene, 'image')]);
  return {
    index,
    ordinal,
    line: firstLine(title || description || voiceOver || imagePrompt),
    voiceOver,
    lengthS: video?.media.lengthS ?? scene.lengthS,
    seen: seenOf(video, image),
  };
}

function seenOf(video: Take | null, image: Take | null): Seen {
  if (video !== null) return { type: 'video', take: video.number, assetId: video.assetId };
  if (image !== null) return { type: 'image', assetId: image.assetId };
  return { type: 'card' };
}

/** A picked take whose bytes are there; null where there is none. */
async function pickOf(tx: AnyTx, { projectId, index, picks }: Scene, kind: Kind): Promise<Take | null> {
  const number: TakeNumber | null = picks[kind];
  if (number === null) return null;
  const take = await getTake(tx, { projectId, sceneIndex: index, kind, number });
  return take !== null && (await hasAsset(tx, take.assetId)) ? take : null;
}
