import type { Attempt } from '../domain/attempt.ts';
import type { AssetId, TakeNumber } from '../domain/ids.ts';
import { isTakeNumber } from '../domain/ids.ts';
import type { Inspection } from '../domain/render.ts';
import type { Kind, Scene } from '../domain/scene.ts';
import { emptyMark, type Take } from '../domain/take.ts';
import { hasAsset, unstage } from '../store/assets.ts';
import { putMark } from '../store/marks.ts';
import { getScene, putScene } from '../store/scenes.ts';
import { addTake, getTakeOf } from '../store/takes.ts';
import type { WriteTx } from '../store/transaction.ts';
import { freeWaiters } from './waiters.ts';

/** An output whose bytes are here and have been looked into. */
export interface Arrived {
  readonly attempt: Attempt;
  /** Which of the order's outputs, from 0. */
  readonly output: number;
  readonly assetId: AssetId;
  readonly inspection: Inspection;
}

/**
 * Stores a take of an attempt on the attempt's own scene: checks that its bytes are there, gives it the next
 * number, picks it where `mayPick` and nothing is picked, and takes its bytes off the stage; all in the
 * caller's transaction (L3, L12). An output that is a take already stays that one take. Throws where the
 * bytes are gone.
 */
export async function storeTake(
  tx: WriteTx,
  arrived: Arrived,
  mayPick: boolean,
  now: number,
): Promise<TakeNumber> {
  const { attempt, output, assetId, inspection } = arrived;
  const known = await getTakeOf(tx, attempt.id, output);
  if (known !== null) return known.number;
  const scene = await getScene(tx, attempt.projectId, attempt.sceneIndex);
  if (scene === null) throw new Error(`The scene of ${attempt.id} is gone`);
  if (!(await hasAsset(tx, assetId))) throw new Error(`The bytes ${assetId} are gone`);
  const take = takeOf(arrived, scene, now);
  await addTake(tx, take);
  const picked = mayPick && scene.picks[take.kind] === null;
  await putMark(tx, { ...emptyMark(take), seenAt: picked ? now : null });
  await putScene(tx, withTake(scene, take.kind, take.number, picked));
  await unstage(tx, assetId, attempt.id);
  if (inspection.posterId !== null) await unstage(tx, inspection.posterId, attempt.id);
  if (picked) await freeWaiters(tx, scene.projectId, scene.index, take.kind, now);
  return take.number;
}

function takeOf({ attempt, output, assetId, inspection }: Arrived, scene: Scene, now: number): Take {
  return {
    projectId: attempt.projectId,
    sceneIndex: attempt.sceneIndex,
    kind: attempt.kind,
    number: scene.nextTake[attempt.kind],
    madeAt: now,
    origin: { type: 'generated', taskId: attempt.taskId, attemptId: attempt.id, output },
    assetId,
    posterId: inspection.posterId,
    media: inspection.media,
    snapshot: attempt.snapshot,
  };
}

function withTake(scene: Scene, kind: Kind, number: TakeNumber, picked: boolean): Scene {
  const next = number + 1;
  if (!isTakeNumber(next)) throw new Error('A scene has too many takes.');
  return {
    ...scene,
    nextTake: { ...scene.nextTake, [kind]: next },
    picks: picked ? { ...scene.picks, [kind]: number } : scene.picks,
  };
}
