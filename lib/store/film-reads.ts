import { filmPlan, type FilmPlan, type FilmScene } from '../domain/film-plan.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import type { Scene } from '../domain/scene.ts';
import { readSnapshot, staleInputs } from '../domain/snapshot.ts';
import { getFreshScenes, getSceneMarks } from './marks.ts';
import { isFreshMark, readInputs } from './panel-reads.ts';
import { getProject } from './projects.ts';
import { getScenes } from './scenes.ts';
import { getTake } from './takes.ts';
import type { AnyTx } from './transaction.ts';

/** Reads what a film of a project would be made of now; null where the project is not in use. */
export async function readFilmPlan(tx: AnyTx, projectId: ProjectId): Promise<FilmPlan | null> {
  const project = await getProject(tx, projectId);
  if (project?.deletedAt !== null) return null;
  const fresh = await getFreshScenes(tx, projectId);
  const scenes: FilmScene[] = [];
  for (const [at, scene] of (await getScenes(tx, projectId)).entries()) {
    scenes.push({
      index: scene.index,
      ordinal: at + 1,
      video: await videoOf(tx, project, scene),
      hasNewTake: fresh.has(scene.index) && (await hasNewVideo(tx, scene)),
    });
  }
  return filmPlan(scenes);
}

async function videoOf(tx: AnyTx, project: Project, scene: Scene): Promise<FilmScene['video']> {
  const { projectId, index, picks } = scene;
  if (picks.video === null) return null;
  const take = await getTake(tx, { projectId, sceneIndex: index, kind: 'video', number: picks.video });
  if (take === null) return null;
  const present = readSnapshot('video', await readInputs(tx, project, scene), 0);
  return {
    take: take.number,
    assetId: take.assetId,
    lengthS: take.media.lengthS ?? 0,
    isStale: staleInputs(take.snapshot, present).length > 0,
    isOtherAspect: take.snapshot.aspect !== project.aspect,
  };
}

async function hasNewVideo(tx: AnyTx, { projectId, index, picks }: Scene): Promise<boolean> {
  const marks = await getSceneMarks(tx, projectId, index);
  return marks.some((mark) => mark.kind === 'video' && isFreshMark(mark, picks.video));
}
