import { chosenFor } from '../../domain/choices.ts';
import type { Change } from '../../domain/edit.ts';
import { filmFor } from '../../domain/made-with.ts';
import type { SnapshotImage } from '../../domain/snapshot.ts';
import type { Take } from '../../domain/take.ts';
import { makerOf, textOf } from '../../domain/use-again.ts';
import { getMark } from '../../store/marks.ts';
import { getTake } from '../../store/takes.ts';
import { findProject, findScene } from './find.ts';
import type { Of } from './of-type.ts';
import { edited, notFound, type Outcomes, type Scope } from './outcome.ts';
import { writePick } from './take-commands.ts';
import { writeScene } from './write-scene.ts';

/**
 * Has a scene say again what made one of its takes: its words, its length, its model, and the image that a video was
 * made from, where that is still there. What else is the film's stays the film's. Takes and running tasks are left alone
 * (L3, L4).
 */
export async function sayAgain(scope: Scope, command: Of<'useAgain'>): Outcomes {
  const { projectId, index, kind, number } = command;
  const project = await findProject(scope, projectId);
  const scene = project && (await findScene(scope, projectId, index));
  if (project === null || scene === null) return notFound(project === null ? 'project' : 'scene');
  const take = await getTake(scope.tx, { projectId, sceneIndex: index, kind, number });
  if (take === null) return notFound('take');
  const film = filmFor(project, scene);
  const madeWith = makerOf(take.snapshot, film);
  const ownLength = chosenFor(film, kind).clipLengthS === null;
  const text = textOf(take.snapshot, ownLength);
  const written = await writeScene(scope, scene, madeWith === null ? text : { ...text, madeWith });
  const picked = await pickImage(scope, take);
  return edited(projectId, 'useAgain', [...written, ...picked]);
}

async function pickImage(
  scope: Scope,
  { projectId, sceneIndex, snapshot }: Take,
): Promise<readonly Change[]> {
  const { image } = snapshot;
  const scene = await findScene(scope, projectId, sceneIndex);
  if (scene === null || image === null) return [];
  const isThere = await isUsable(scope, { projectId, sceneIndex }, image);
  return isThere ? writePick(scope, scene, 'image', image.take) : [];
}

async function isUsable(
  { tx }: Scope,
  scene: Pick<Take, 'projectId' | 'sceneIndex'>,
  { take, assetId }: SnapshotImage,
): Promise<boolean> {
  const key = { ...scene, kind: 'image', number: take } as const;
  if ((await getTake(tx, key))?.assetId !== assetId) return false;
  const { binnedAt, missingAt } = await getMark(tx, key);
  return binnedAt === null && missingAt === null;
}
