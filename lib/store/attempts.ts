import type { Attempt } from '../domain/attempt.ts';
import type { AttemptId, TaskId } from '../domain/ids.ts';
import { assetsOfSnapshot } from '../domain/snapshot.ts';
import { attemptRow, parseMaybe } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads an attempt; null where none was stored. */
export async function getAttempt(tx: AnyTx, id: AttemptId): Promise<Attempt | null> {
  return parseMaybe(attemptRow, await tx.idb.objectStore('attempts').get(id), 'attempts');
}

/** How many attempts a task has had. */
export function countAttempts(tx: AnyTx, taskId: TaskId): Promise<number> {
  return tx.idb.objectStore('attempts').index('task').count(taskId);
}

/** Writes an attempt; rows are never removed. */
export async function putAttempt(tx: WriteTx, attempt: Attempt): Promise<void> {
  const keys = { assets: assetsOfSnapshot(attempt.snapshot) };
  await tx.idb.objectStore('attempts').put({ ...attempt, keys });
}
