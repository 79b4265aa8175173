import * as v from 'valibot';
import { isAssetId, type AssetId, type ProjectId } from '../domain/ids.ts';
import { assetsOfSnapshot } from '../domain/snapshot.ts';
import type { Take } from '../domain/take.ts';
import type { Task } from '../domain/task.ts';
import { getAttempt, putAttempt } from './attempts.ts';
import { assetsNamed, type Rows } from './bin.ts';
import { attemptRow } from './row-schemas.ts';
import { removeUnnamed, type Removed } from './sweep.ts';
import { keyOf } from './takes.ts';
import type { WriteTx } from './transaction.ts';

/**
 * Removes rows that are in the bin, and the bytes that nothing names without them, in the caller's transaction
 * (L12). Numbers and indexes stay issued: the rows that count them stay, or go with all that they counted (L1, L3).
 * What was spent stays in the ledger.
 */
export async function purge(tx: WriteTx, bin: Rows): Promise<Removed> {
  const assets = new Set<AssetId>(assetsNamed(bin));
  for (const take of bin.takes) await removeTake(tx, take);
  for (const { id } of bin.pictures) await tx.idb.objectStore('pictures').delete(id);
  for (const task of bin.tasks) for (const id of await removeTask(tx, task)) assets.add(id);
  for (const { projectId, index } of bin.scenes)
    await tx.idb.objectStore('scenes').delete([projectId, index]);
  for (const { id } of bin.projects) await removeProject(tx, id);
  tx.touch({ type: 'projects' });
  return removeUnnamed(tx, assets);
}

/** Its output counts as kept, so that a late report does not bring it back. */
async function removeTake(tx: WriteTx, take: Take): Promise<void> {
  await tx.idb.objectStore('takes').delete(keyOf(take));
  await tx.idb.objectStore('marks').delete(keyOf(take));
  tx.touch({ type: 'scene', projectId: take.projectId, index: take.sceneIndex });
  const { origin } = take;
  const attempt = origin.type === 'generated' ? await getAttempt(tx, origin.attemptId) : null;
  if (origin.type !== 'generated' || attempt === null || attempt.keptLate.includes(origin.output)) return;
  await putAttempt(tx, { ...attempt, keptLate: [...attempt.keptLate, origin.output] });
}

/** Takes a task away with its attempts and what is staged for them; answers the assets that they named. */
async function removeTask(tx: WriteTx, task: Task): Promise<readonly AssetId[]> {
  const attempts = tx.idb.objectStore('attempts');
  const rows: readonly unknown[] = await attempts.index('task').getAll(task.id);
  const named: AssetId[] = [];
  for (const row of rows) {
    const parsed = v.safeParse(attemptRow, row);
    if (!parsed.success) continue;
    const { id, snapshot } = parsed.output;
    named.push(...assetsOfSnapshot(snapshot));
    await attempts.delete(id);
    for (const key of await tx.idb.objectStore('staged').index('owner').getAllKeys(id)) {
      await tx.idb.objectStore('staged').delete(key);
      const [assetId] = key;
      if (isAssetId(assetId)) named.push(assetId);
    }
  }
  await tx.idb.objectStore('tasks').delete(task.id);
  return named;
}

async function removeProject(tx: WriteTx, id: ProjectId): Promise<void> {
  const edits = tx.idb.objectStore('edits');
  const range = IDBKeyRange.bound([id, 0], [id, Number.MAX_VALUE]);
  for (const key of await edits.index('project').getAllKeys(range)) await edits.delete(key);
  await tx.idb.objectStore('projects').delete(id);
}
