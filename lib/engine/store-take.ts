import type { Attempt } from '../domain/attempt.ts';
import type { AssetId, TakeNumber } from '../domain/ids.ts';
import type { Inspection } from '../domain/render.ts';
import { withNextTake, type Kind, type Scene } from '../domain/scene.ts';
import { emptyMark, type Take } from '../domain/take.ts';
import { hasAsset, unstage } from '../store/assets.ts';
import { putMark } from '../store/marks.ts';
import { getScene, putScene } from '../store/scenes.ts';
import { getSettings } from '../store/settings.ts';
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
 * number, picks it where `mayPick` and nothing is picked, marks it to be saved where takes are saved as they
 * are made, and takes its bytes off the stage; all in the caller's transaction (L3, L10, L12). An output that is a take already stays that one take. Throws where the
 * bytes are gone.
 */
export async function storeTake(
  tx: WriteTx,
  arrived: Arrived,
  mayPick: boolean,
  now: number,
): Promise<TakeNumber> {
  const { attempt, output, assetId, inspection } = arrived;
  // What is asked for at once comes in one turn of the store instead of one each.
  const [known, scene, isThere, { saveTakes }] = await Promise.all([
    getTakeOf(tx, attempt.id, output),
    getScene(tx, attempt.projectId, attempt.sceneIndex),
    hasAsset(tx, assetId),
    getSettings(tx),
  ]);
  if (known !== null) return known.number;
  if (scene === null) throw new Error(`The scene of ${attempt.id} is gone`);
  if (!isThere) throw new Error(`The bytes ${assetId} are gone`);
  const take = takeOf(arrived, scene, now);
  const picked = mayPick && scene.picks[take.kind] === null;
  const toSave = saveTakes ? { url: null } : null;
  await Promise.all([
    addTake(tx, take),
    putMark(tx, { ...emptyMark(take), seenAt: picked ? now : null, toSave }),
    putScene(tx, withTake(scene, take.kind, take.number, picked)),
    unstage(tx, assetId, attempt.id),
    inspection.posterId === null ? null : unstage(tx, inspection.posterId, attempt.id),
    picked ? freeWaiters(tx, scene.projectId, scene.index, take.kind, now) : null,
  ]);
  return take.number;
}

function takeOf({ attempt, output, assetId, inspection }: Arrived, scene: Scene, now: number): Take {
  return {
    projectId: attempt.projectId,
    sceneIndex: attempt.sceneIndex,
    kind: attempt.kind,
    number: scene.nextTake[attempt.kind],
    madeAt: now,
    origin: {
      type: 'generated',
      taskId: attempt.taskId,
      attemptId: attempt.id,
      output,
      remarks: attempt.remarks,
    },
    assetId,
    posterId: inspection.posterId,
    media: inspection.media,
    snapshot: attempt.snapshot,
  };
}

function withTake(scene: Scene, kind: Kind, number: TakeNumber, picked: boolean): Scene {
  const counted = withNextTake(scene, kind, number);
  return picked ? { ...counted, picks: { ...scene.picks, [kind]: number } } : counted;
}
