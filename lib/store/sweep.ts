import { isAssetId, type AssetId } from '../domain/ids.ts';
import type { Store, WriteTx } from './transaction.ts';

const BATCH = 50;

/**
 * Removes bytes that nothing names any more: for each staged row that ran out, its asset goes only if no
 * index names it and no other staged row holds it, all in one transaction (L12). Answers how many assets went.
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
    await staged.delete(key);
    const [id] = key;
    if (!isAssetId(id) || (await isNamed(tx, id))) continue;
    await tx.idb.objectStore('assets').delete(id);
    gone++;
  }
  return { seen: keys.length, gone };
}

async function isNamed(tx: WriteTx, id: AssetId): Promise<boolean> {
  for (const name of ['takes', 'tasks', 'attempts', 'pictures'] as const) {
    const found: unknown = await tx.idb.objectStore(name).index('assets').getKey(id);
    if (found !== undefined) return true;
  }
  const stage = IDBKeyRange.bound([id], [id, []]);
  return (await tx.idb.objectStore('staged').getKey(stage)) !== undefined;
}
