import type { IDBPTransaction } from 'idb';
import type { Changed, Notice } from '../domain/notice.ts';
import type { Connection, Database } from './database.ts';
import { STORE_NAMES, type Schema, type StoreName } from './schema.ts';

/** A transaction over every store, in which rows may be read. */
export type ReadTx = IDBPTransaction<Schema, StoreName[]>;
type WriteIdb = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** A transaction over every store, in which rows may be read and written, and changes told. */
export interface WriteTx {
  readonly idb: WriteIdb;
  /** Adds to the notice that is sent once the transaction is committed. */
  touch(changed: Changed): void;
}

/** Either kind, for functions that only read. */
export type AnyTx = { readonly idb: ReadTx | WriteIdb };

/**
 * `strict` is flushed to the disk before it counts as committed; `relaxed` may be lost with the power (L5).
 * Source: https://www.w3.org/TR/IndexedDB/#transaction-durability-hint
 */
export type Durability = 'strict' | 'relaxed';

/** The store as rooms use it: whole transactions, each all or nothing. */
export interface Store {
  read<T>(work: (tx: { readonly idb: ReadTx }) => Promise<T>): Promise<T>;
  /** Commits when `work` is through; a throw in it writes nothing. */
  write<T>(durability: Durability, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  readonly connection: Connection;
}

/** Makes the store over a connection; `tell` sends notices after commit. */
export function createStore(connection: Connection, tell: (notice: Notice) => void): Store {
  return {
    connection,
    read: (work) =>
      connection.use(async (db) => {
        const idb = db.transaction([...STORE_NAMES], 'readonly');
        // Where the browser closes the store under it, the work throws first and `done` must not be reported too.
        idb.done.catch(() => undefined);
        const value = await work({ idb });
        await idb.done;
        return value;
      }),
    write: async (durability, work) => {
      const { value, notice } = await connection.use(async (db) => {
        await connection.demandRoom();
        return writeOnce(db, durability, work);
      });
      if (notice !== null) tell(notice);
      return value;
    },
  };
}

interface Written<T> {
  readonly value: T;
  /** What changed; null where nothing was told. */
  readonly notice: Notice | null;
}

async function writeOnce<T>(
  db: Database,
  durability: Durability,
  work: (tx: WriteTx) => Promise<T>,
): Promise<Written<T>> {
  const idb = db.transaction([...STORE_NAMES], 'readwrite', { durability });
  // A failing request aborts the transaction; `done` is awaited below and must not be reported twice.
  idb.done.catch(() => undefined);
  const what = new Map<string, Changed>();
  const counting: Promise<number>[] = [];
  const touch = (changed: Changed): void => {
    if (what.size === 0) counting.push(counted(nextCount(idb, 'revision')));
    what.set(JSON.stringify(changed), changed);
  };
  try {
    const value = await work({ idb, touch });
    const [revision] = await Promise.all(counting);
    commit(idb);
    await idb.done;
    const notice: Notice | null =
      revision === undefined ? null : { type: 'changed', revision, what: [...what.values()] };
    return { value, notice };
  } catch (error) {
    abort(idb);
    throw error;
  }
}

/** Counts up a number of the settings store, from 1: `revision` and `sequence`. */
export async function nextCount(idb: WriteIdb, name: 'revision' | 'sequence'): Promise<number> {
  const settings = idb.objectStore('settings');
  const row = await settings.get(name);
  const next = (countOf(row) ?? 0) + 1;
  // Whoever asks next asks after it. Where it fails it takes the transaction with it, which `done` tells.
  settings.put({ name, count: next }).catch(() => undefined);
  return next;
}

function countOf(row: unknown): number | null {
  if (typeof row !== 'object' || row === null || !('count' in row)) return null;
  return typeof row.count === 'number' ? row.count : null;
}

/** Counting goes on beside the work; where that fails, nobody waits for the number any more. */
function counted(count: Promise<number>): Promise<number> {
  count.catch(() => undefined);
  return count;
}

/**
 * Tells that nothing more is asked, so that the browser need not come back once to learn it.
 * Source: https://www.w3.org/TR/IndexedDB/#dom-idbtransaction-commit
 */
export function commit(idb: Pick<IDBTransaction, 'commit'>): void {
  try {
    idb.commit();
  } catch {
    // It is over already: nothing was asked last, or a request failed. `done` tells which.
  }
}

function abort(idb: WriteIdb): void {
  try {
    idb.abort();
  } catch {
    // It is over already: a request failed and took the transaction with it.
  }
}
