import * as v from 'valibot';
import { isAssetId, isId, type AssetId } from '../domain/ids.ts';
import { isAtWork, isOpen, isTaskInPlay, presentAttempt } from '../domain/task.ts';
import { STAGED_MS } from './assets.ts';
import { getAttempt } from './attempts.ts';
import { attemptRow } from './row-schemas.ts';
import { sizeOf } from './storage-reads.ts';
import { taskRow } from './task-schema.ts';
import { getTask } from './tasks.ts';
import type { Store, WriteTx } from './transaction.ts';

const BATCH = 50;

/**
 * Removes bytes that nothing names any more: for each staged row that ran out, its asset goes only if no
 * index names it and no other staged row holds it, all in one transaction (L12). Bytes of an order that is still
 * under way stay another day: a computer may sleep for a week between a download and its take (L8). Answers how many
 * assets went.
 */
export async function sweep(store: Store, now: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const { seen, gone } = await store.write('relaxed', (tx) => sweepSome(tx, now));
    removed += gone;
    if (seen < BATCH) return removed;
  }
}

async function sweepSome(tx: WriteTx, now: number): Promise<{ seen: number; gone: number }> {
  const staged = tx.idb.objectStore('staged');
  const keys = await staged.index('until').getAllKeys(IDBKeyRange.upperBound(now), BATCH);
  let gone = 0;
  for (const key of keys) {
    const [id, owner] = key;
    if (await isUnderWay(tx, owner)) {
      const row = await staged.get(key);
      if (typeof row === 'object') await staged.put({ ...row, until: now + STAGED_MS });
      continue;
    }
    await staged.delete(key);
    if (!isAssetId(id) || (await isNamed(tx, id))) continue;
    await tx.idb.objectStore('assets').delete(id);
    gone++;
  }
  return { seen: keys.length, gone };
}

/** What was removed. */
export interface Removed {
  readonly assets: number;
  readonly bytes: number;
}

/** Removes those of some assets that nothing names, in the caller's transaction (L12). */
export async function removeUnnamed(tx: WriteTx, ids: Iterable<AssetId>): Promise<Removed> {
  const store = tx.idb.objectStore('assets');
  let [assets, bytes] = [0, 0];
  for (const id of ids) {
    if ((await store.getKey(id)) === undefined || (await isNamed(tx, id))) continue;
    bytes += sizeOf(await store.get(id))?.bytes ?? 0;
    await store.delete(id);
    assets++;
  }
  return { assets, bytes };
}

async function isUnderWay(tx: WriteTx, owner: string): Promise<boolean> {
  const attempt = isId('attempt', owner) ? await getAttempt(tx, owner) : null;
  const task = attempt && (await getTask(tx, attempt.taskId));
  return task !== null && presentAttempt(task.phase) === owner && (isOpen(task) || isAtWork(task.phase));
}

async function isNamed(tx: WriteTx, id: AssetId): Promise<boolean> {
  for (const name of ['takes', 'tasks', 'pictures'] as const) {
    const found: unknown = await tx.idb.objectStore(name).index('assets').getKey(id);
    if (found !== undefined) return true;
  }
  if (await isInputOfOpenTask(tx, id)) return true;
  const stage = IDBKeyRange.bound([id], [id, []]);
  return (await tx.idb.objectStore('staged').getKey(stage)) !== undefined;
}

/**
 * Attempts are never removed while their scene is there, but they name their inputs only while their task is in
 * play: once it has ended, a retry of the same inputs finds them named by the scene itself.
 */
async function isInputOfOpenTask(tx: WriteTx, id: AssetId): Promise<boolean> {
  const rows: readonly unknown[] = await tx.idb.objectStore('attempts').index('assets').getAll(id);
  for (const row of rows) {
    const attempt = v.safeParse(attemptRow, row);
    // Nobody can tell whom a damaged row belongs to.
    if (!attempt.success) return true;
    const found: unknown = await tx.idb.objectStore('tasks').get(attempt.output.taskId);
    const task = v.safeParse(taskRow, found);
    if (task.success ? isTaskInPlay(task.output) : found !== undefined) return true;
  }
  return false;
}
