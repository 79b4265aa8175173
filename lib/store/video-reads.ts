import type { ScenePlace } from '../domain/card.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { SceneVideos } from '../domain/scene-videos.ts';
import { getSceneMarks } from './marks.ts';
import { readFilm } from './panel-reads.ts';
import { getSceneTakes } from './takes.ts';
import type { AnyTx } from './transaction.ts';

/** The scenes, in the film's order, that have video takes with bytes to look into; the bin and what was put away is left out. */
export async function readFilmVideos(tx: AnyTx, projectId: ProjectId): Promise<readonly SceneVideos[]> {
  const places = await readFilm(tx, projectId);
  const scenes = await Promise.all(places.map((place) => readVideos(tx, projectId, place)));
  return scenes.filter(({ videos }) => videos.length > 0);
}

async function readVideos(tx: AnyTx, projectId: ProjectId, place: ScenePlace): Promise<SceneVideos> {
  const takes = (await getSceneTakes(tx, projectId, place.index)).filter(({ kind }) => kind === 'video');
  if (takes.length === 0) return { place, videos: [] };
  const marks = await getSceneMarks(tx, projectId, place.index);
  const videos = takes.toReversed().flatMap((take) => {
    const mark = marks.find(({ kind, number }) => kind === 'video' && number === take.number);
    const picked = take.number === place.video;
    const isGone = mark !== undefined && (mark.binnedAt !== null || mark.missingAt !== null);
    const isPutAway = mark !== undefined && mark.archivedAt !== null && !picked;
    return isGone || isPutAway ? [] : [{ take, picked }];
  });
  return { place, videos: videos.toSorted((a, b) => Number(b.picked) - Number(a.picked)) };
}
