import type { StorageCare } from '../domain/storage-use.ts';
import { isAssetId } from '../domain/ids.ts';
import { KINDS, type Scene } from '../domain/scene.ts';
import { emptyMark } from '../domain/take.ts';
import { hasAsset } from './assets.ts';
import { takeName } from './bin.ts';
import { putMark } from './marks.ts';
import { damagedRows, readableRows } from './readable-rows.ts';
import { attemptRow, markRow, pictureRow, projectRow, sceneRow, takeRow } from './row-schemas.ts';
import { putScene } from './scenes.ts';
import { removeUnnamed } from './sweep.ts';
import { keyOf } from './takes.ts';
import { taskRow } from './task-schema.ts';
import type { WriteTx } from './transaction.ts';

/**
 * Looks the whole store over and mends what it can: takes whose bytes are gone are marked, picks of takes that are
 * not there are cleared, bytes that nothing names are removed, tasks that cannot be read hold up no other any
 * more. Nothing that can be read is taken away.
 */
export async function mendStore(tx: WriteTx, now: number): Promise<StorageCare> {
  const damaged = await countDamaged(tx);
  await setDamagedTasksAside(tx);
  const missing = await markMissing(tx, now);
  const picks = await clearDanglingPicks(tx);
  const keys: readonly unknown[] = await tx.idb.objectStore('assets').getAllKeys();
  const { assets, bytes } = await removeUnnamed(tx, keys.filter(isAssetId));
  return { missing, picks, damaged, orphans: assets, freedBytes: bytes };
}

async function countDamaged(tx: WriteTx): Promise<number> {
  const lists = [
    await damagedRows(tx, 'projects', projectRow),
    await damagedRows(tx, 'scenes', sceneRow),
    await damagedRows(tx, 'pictures', pictureRow),
    await damagedRows(tx, 'tasks', taskRow),
    await damagedRows(tx, 'attempts', attemptRow),
    await damagedRows(tx, 'takes', takeRow),
    await damagedRows(tx, 'marks', markRow),
  ];
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** Without its keys a row stands, but no index finds it: the queue goes on past it (L13). */
async function setDamagedTasksAside(tx: WriteTx): Promise<void> {
  for (const row of await damagedRows(tx, 'tasks', taskRow)) {
    if (typeof row !== 'object' || row === null) continue;
    // The bytes that it names stay named.
    const assets = 'keys' in row && isObject(row.keys) && 'assets' in row.keys ? row.keys.assets : [];
    await tx.idb.objectStore('tasks').put({ ...row, keys: { assets } });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A take whose bytes came back loses the mark again. */
async function markMissing(tx: WriteTx, now: number): Promise<number> {
  const marks = new Map((await readableRows(tx, 'marks', markRow)).map((mark) => [takeName(mark), mark]));
  let missing = 0;
  for (const take of await readableRows(tx, 'takes', takeRow)) {
    const mark = marks.get(takeName(take)) ?? emptyMark(take);
    const isThere = await hasAsset(tx, take.assetId);
    if (!isThere) missing++;
    if (isThere === (mark.missingAt === null)) continue;
    await putMark(tx, { ...mark, missingAt: isThere ? null : now });
  }
  return missing;
}

async function clearDanglingPicks(tx: WriteTx): Promise<number> {
  let cleared = 0;
  for (const scene of await readableRows(tx, 'scenes', sceneRow)) {
    const picks = await standingPicks(tx, scene);
    const gone = KINDS.filter((kind) => picks[kind] !== scene.picks[kind]).length;
    if (gone > 0) await putScene(tx, { ...scene, picks });
    cleared += gone;
  }
  return cleared;
}

/** A take whose row is there, read or not, is not gone. */
async function standingPicks(tx: WriteTx, scene: Scene): Promise<Scene['picks']> {
  const { projectId, index: sceneIndex, picks } = scene;
  const stands = async (kind: (typeof KINDS)[number]) => {
    const number = picks[kind];
    if (number === null) return null;
    const found = await tx.idb.objectStore('takes').getKey(keyOf({ projectId, sceneIndex, kind, number }));
    return found === undefined ? null : number;
  };
  return { image: await stands('image'), video: await stands('video'), voice: await stands('voice') };
}
