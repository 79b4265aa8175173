import { openDB, type IDBPDatabase } from 'idb';
import { migrate } from './migrations.ts';
import { createClosings, isClosedError, type Closings } from './closed-store.ts';
import { demandRoom, type FreeBytes } from './room.ts';
import { STORE_NAME, STORE_VERSION, type Schema } from './schema.ts';

/** An open connection. */
export type Database = IDBPDatabase<Schema>;

/** A connection that closes for an upgrade and opens again when the browser closed it. */
export interface Connection {
  /** The open database; opens it again where it was closed. Throws `OtherVersion` where the store is of another version. */
  db(): Promise<Database>;
  /**
   * Works over the open database. The browser may close it at any time, and what it closed under wrote nothing: that
   * is done again over a new connection, so `work` must read anew what it goes by.
   */
  use<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Throws `QuotaExceededError` where the disk has no room for `bytes` more. */
  demandRoom(bytes?: number): Promise<void>;
  close(): void;
}

/** The store is of another version than this code: the page must be loaded again. */
export class OtherVersion extends Error {
  override readonly name = 'OtherVersion';
}

/** A store that is closed more often in a row is not closed by chance. */
const MOST_TRIES = 3;

interface Opened {
  readonly db: Database;
  readonly closings: Closings;
}

/** How a connection is made. */
export interface ConnectOptions {
  /** `background` alone opens with a version and upgrades; a `page` opens what is there. */
  readonly as: 'background' | 'page';
  /** Asks the background to open and upgrade; a page calls it where the store is not of its version yet. */
  readonly askBackground?: () => Promise<void>;
  /** Called once when another version took over, so that the page can offer Reload. */
  readonly onOtherVersion?: () => void;
  /** How much room the disk has; where nobody tells, there is always enough. */
  readonly freeBytes?: FreeBytes;
}

/**
 * Connects to the store.
 *
 * A page never creates or upgrades it: opening without a version on a fresh profile would make an empty
 * version 1. Nobody opens it on a full disk, where Chrome would throw it away. A page opens only what `indexedDB.databases()` shows at its own version.
 * Source: https://www.w3.org/TR/IndexedDB/#dom-idbfactory-databases
 */
export function connect(options: ConnectOptions): Connection {
  let opening: Promise<Opened> | null = null;
  let open: Opened | null = null;
  let closed = false;
  const freeBytes = options.freeBytes ?? (() => Promise.resolve(Number.POSITIVE_INFINITY));
  const drop = (dropped: Opened): void => {
    if (open !== dropped) return;
    open = null;
    opening = null;
  };
  const openAnew = async (): Promise<Opened> => {
    await demandRoom(freeBytes);
    if (options.as === 'page') await awaitVersion(options);
    const closings = createClosings();
    const db = await openStore(
      () => {
        drop(opened);
        closings.tell();
      },
      () => {
        closed = true;
        options.onOtherVersion?.();
      },
    );
    const opened: Opened = { db, closings };
    open = opened;
    return opened;
  };
  const getOpen = (): Promise<Opened> => {
    if (closed) return Promise.reject(new OtherVersion('The store is being upgraded by another version.'));
    opening ??= openAnew().catch((error: unknown) => {
      opening = null;
      if (isVersionError(error)) options.onOtherVersion?.();
      throw isVersionError(error) ? new OtherVersion('The store is of a newer version.') : error;
    });
    return opening;
  };
  return {
    db: async () => (await getOpen()).db,
    use: async (work) => {
      for (let tries = 1; ; tries++) {
        const opened = await getOpen();
        try {
          return await opened.closings.orClosed(work(opened.db));
        } catch (error) {
          if (!isClosedError(error) || closed || tries === MOST_TRIES) throw error;
          // Its `close` event may come later than the first call that fails.
          drop(opened);
          opened.db.close();
        }
      }
    },
    demandRoom: (bytes) => demandRoom(freeBytes, bytes),
    close: () => {
      closed = true;
      void opening?.then(({ db }) => db.close());
    },
  };
}

/** `terminated` is told where the browser closes it, `replaced` where another version wants to open it. */
async function openStore(terminated: () => void, replaced: () => void): Promise<Database> {
  let defect: unknown;
  return openDB<Schema>(STORE_NAME, STORE_VERSION, {
    upgrade: (upgraded, from, _to, tx) =>
      void migrate({ db: upgraded, tx }, from).catch((error: unknown) => (defect = error)),
    terminated,
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      replaced();
    },
  }).catch((error: unknown) => {
    // A migration that failed says more than the transaction that it aborted.
    throw defect ?? error;
  });
}

async function awaitVersion(options: ConnectOptions): Promise<void> {
  if (await isOurVersion()) return;
  await options.askBackground?.();
  if (await isOurVersion()) return;
  throw new DOMException('The store is not of this version.', 'VersionError');
}

async function isOurVersion(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name, version }) => name === STORE_NAME && version === STORE_VERSION);
}

function isVersionError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}
