import type { AttemptId, ProjectId, SceneIndex, TakeNumber } from '../domain/ids.ts';
import type { Kind } from '../domain/scene.ts';
import { assetsOfTake, type Take } from '../domain/take.ts';
import { parseMaybe, parseRow, takeRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** What names a take. */
export type TakeKey = Pick<Take, 'projectId' | 'sceneIndex' | 'kind' | 'number'>;

/** Reads a take; null where there is none. */
export async function getTake(tx: AnyTx, key: TakeKey): Promise<Take | null> {
  const { projectId, sceneIndex, kind, number } = key;
  const row = await tx.idb.objectStore('takes').get([projectId, sceneIndex, kind, number]);
  return parseMaybe(takeRow, row, 'takes');
}

/** Every take of a scene, of every kind, oldest first within its kind. */
export async function getSceneTakes(
  tx: AnyTx,
  projectId: ProjectId,
  index: SceneIndex,
): Promise<readonly Take[]> {
  const rows = await tx.idb.objectStore('takes').getAll(ofScene(projectId, index));
  return rows.map((row) => parseRow(takeRow, row, 'takes'));
}

/** The take that an output of an attempt became; null where it became none (L2). */
export async function getTakeOf(tx: AnyTx, attempt: AttemptId, output: number): Promise<Take | null> {
  const row = await tx.idb.objectStore('takes').index('made').get([attempt, output]);
  return parseMaybe(takeRow, row, 'takes');
}

/**
 * Adds a take. `add` and not `put`: a number that is there already aborts the transaction, so nothing can
 * overwrite a take (L3).
 */
export async function addTake(tx: WriteTx, take: Take): Promise<void> {
  const { origin } = take;
  const made = origin.type === 'generated' ? { made: [origin.attemptId, origin.output] } : {};
  await tx.idb.objectStore('takes').add({ ...take, keys: { ...made, assets: assetsOfTake(take) } });
  tx.touch({ type: 'scene', projectId: take.projectId, index: take.sceneIndex });
}

/** The key range of a scene's takes or marks: numbers and arrays sort around every kind's text. */
export function ofScene(projectId: ProjectId, index: SceneIndex): IDBKeyRange {
  return IDBKeyRange.bound([projectId, index], [projectId, index, []]);
}

/** The key of a take or mark as the store has it. */
export function keyOf(key: TakeKey): [ProjectId, SceneIndex, Kind, TakeNumber] {
  return [key.projectId, key.sceneIndex, key.kind, key.number];
}
