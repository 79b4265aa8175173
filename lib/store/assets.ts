import * as v from 'valibot';
import type { AssetId, AttemptId, CommandId } from '../domain/ids.ts';
import { isAssetId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isClosedError } from './closed-store.ts';
import type { Database } from './database.ts';
import { assetId, parseMaybe, parseRow, type RowSchema } from './row-schemas.ts';
import { commit, type AnyTx, type Store, type WriteTx } from './transaction.ts';

/** The most bytes that one asset may have: it is hashed whole (L12). */
export const ASSET_LIMIT_BYTES = 512 * 1024 * 1024;

/** How long bytes wait for something to point at them: a day, in ms. */
export const STAGED_MS = 24 * 3_600_000;

/** What staged bytes are to their owner: what was ordered, or the small picture of it. */
export type StagedRole = 'output' | 'poster';

/** Bytes that came in and that nothing points at yet (L11). */
export interface Staged {
  readonly assetId: AssetId;
  readonly owner: AttemptId | CommandId;
  readonly role: StagedRole;
  /** When the sweep may take them, ms since the epoch. */
  readonly until: number;
}

/** Why bytes could not be stored. */
export type AssetFault =
  | { readonly type: 'StorageFull' }
  | { readonly type: 'WrongMedia'; readonly field: string; readonly ordered: string; readonly got: string };

const stagedRow: RowSchema<Staged> = v.object({
  assetId,
  owner: v.custom<AttemptId | CommandId>((id) => typeof id === 'string'),
  role: v.picklist(['output', 'poster'] as const),
  until: v.number(),
});

const assetRow: RowSchema<{ readonly id: AssetId; readonly bytes: Blob }> = v.object({
  id: assetId,
  bytes: v.blob(),
});

/**
 * Adds bytes under their SHA-256 and stages them for an owner, in one transaction. Insert-only: bytes that
 * are there already stay as they are. Any room may call it; only the background makes rows point at the
 * result (L11).
 */
export async function addAsset(
  store: Store,
  bytes: Blob,
  owner: Staged['owner'],
  role: StagedRole,
  now: number,
): Promise<Result<AssetId, AssetFault>> {
  if (bytes.size === 0 || bytes.size > ASSET_LIMIT_BYTES) return fail(wrongSize(bytes.size));
  try {
    const [id] = await Promise.all([hashOf(bytes), store.connection.demandRoom(bytes.size)]);
    await store.connection.use((db) => stageOnce(db, id, bytes, { owner, role, until: now + STAGED_MS }));
    return ok(id);
  } catch (error) {
    if (isQuotaError(error)) return fail({ type: 'StorageFull' });
    throw error;
  }
}

async function stageOnce(
  db: Database,
  id: AssetId,
  bytes: Blob,
  staged: Omit<Staged, 'assetId'>,
): Promise<void> {
  const tx = db.transaction(['assets', 'staged'], 'readwrite', { durability: 'strict' });
  tx.done.catch(() => undefined);
  const assets = tx.objectStore('assets');
  const staging = tx.objectStore('staged').put({ assetId: id, ...staged });
  const adding = (await assets.getKey(id)) === undefined ? assets.add({ id, bytes }) : null;
  commit(tx);
  await Promise.all([staging, adding, tx.done]);
}

/**
 * Reads stored bytes into the memory; null where there are none of that hash. A blob that is still in the store never
 * answers once the browser has closed it, as seen in Chromium on 2026-11-27.
 */
export function readAsset(store: Store, id: AssetId): Promise<Blob | null> {
  return store.connection.use(async (db) => {
    const bytes = await getBytes(db, id);
    return bytes && new Blob([await bytes.arrayBuffer()], { type: bytes.type });
  });
}

/** Stored bytes that are left in the store, to be shown or read bit by bit; null where there are none of that hash. */
export function openAsset(store: Store, id: AssetId): Promise<Blob | null> {
  return store.connection.use((db) => getBytes(db, id));
}

async function getBytes(db: Database, id: AssetId): Promise<Blob | null> {
  return parseMaybe(assetRow, await db.get('assets', id), 'assets')?.bytes ?? null;
}

/** The output that is staged for an owner; null where there is none. */
export async function readStagedOutput(store: Store, owner: AttemptId): Promise<AssetId | null> {
  const rows = await store.connection.use((db) => db.getAllFromIndex('staged', 'owner', owner));
  const staged = rows.map((row) => parseRow(stagedRow, row, 'staged'));
  return staged.find(({ role }) => role === 'output')?.assetId ?? null;
}

/** Tells whether bytes of that hash are stored. */
export async function hasAsset(tx: AnyTx, id: AssetId): Promise<boolean> {
  return (await tx.idb.objectStore('assets').getKey(id)) !== undefined;
}

/** Takes an owner's bytes off the stage: something points at them now. */
export async function unstage(tx: WriteTx, id: AssetId, owner: Staged['owner']): Promise<void> {
  await tx.idb.objectStore('staged').delete([id, owner]);
}

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. */
export async function hashOf(bytes: Blob): Promise<AssetId> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!isAssetId(hex)) throw new Error('SHA-256 is not 32 bytes long.');
  return hex;
}

/**
 * Tells whether the browser had no room. Over its quota Chrome says `QuotaExceededError`; on a disk that is really
 * full it says `UnknownError`, and `DataError … (IOError)` where bytes could not be written, as seen in Chromium.
 */
export function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error || error instanceof DOMException) || isClosedError(error)) return false;
  if (error.name === 'QuotaExceededError' || error.name === 'UnknownError') return true;
  return error.name === 'DataError' && error.message.includes('IOError');
}

function wrongSize(size: number): AssetFault {
  const ordered = `1 – ${ASSET_LIMIT_BYTES} B`;
  return { type: 'WrongMedia', field: 'size', ordered, got: `${size} B` };
}
