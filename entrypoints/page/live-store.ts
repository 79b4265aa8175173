import type { Changed, Notice } from '../../lib/domain/notice.ts';
import { backgroundClient } from '../../lib/messages/background-calls.ts';
import { sendTo } from '../../lib/platform/messaging.ts';
import { playChime } from '../../lib/platform/chime.ts';
import { hearNotices } from '../../lib/platform/notices.ts';
import { connect } from '../../lib/store/database.ts';
import { readFreeBytes } from '../../lib/store/room.ts';
import { createStore, type Store } from '../../lib/store/transaction.ts';

type Joining = Extract<Notice, { readonly type: 'joining' }>;

/** The store as the panel reads it, and who wants to know of what. */
export interface LiveStore {
  readonly store: Store;
  /** Calls back with the changes that `wants` takes; null where any change may have been missed. */
  onChange(
    wants: (changed: Changed) => boolean,
    run: (changes: readonly Changed[] | null) => void,
  ): () => void;
  onProgress(run: (notice: Extract<Notice, { readonly type: 'progress' }>) => void): () => void;
  /** Calls back with how far a film is. */
  onJoining(run: (notice: Joining) => void): () => void;
  /** Calls back once another version of Retake has taken over the store. */
  onOtherVersion(run: () => void): () => void;
}

/** The background, as this page calls it. */
export const background = backgroundClient(sendTo);

/** Opens the store for this page. A gap in the revisions, or a page that was hidden, means reading again. */
export function openLiveStore(): LiveStore {
  const readers = new Set<{
    wants: (changed: Changed) => boolean;
    run: (changes: readonly Changed[] | null) => void;
  }>();
  const followers = new Set<(notice: Extract<Notice, { readonly type: 'progress' }>) => void>();
  const watchers = new Set<(notice: Joining) => void>();
  const warned = new Set<() => void>();
  let revision: number | null = null;

  const connection = connect({
    as: 'page',
    freeBytes: readFreeBytes,
    askBackground: async () => void (await background.openStore()),
    onOtherVersion: () => warned.forEach((run) => run()),
  });
  const all = (): void => readers.forEach(({ run }) => run(null));
  hearNotices((notice) => {
    if (notice.type === 'progress') return followers.forEach((run) => run(notice));
    if (notice.type === 'chime') return void playChime();
    if (notice.type === 'joining') return watchers.forEach((run) => run(notice));
    const isNext = revision !== null && notice.revision === revision + 1;
    revision = notice.revision;
    if (!isNext) return all();
    for (const { wants, run } of readers) {
      const changes = notice.what.filter(wants);
      if (changes.length > 0) run(changes);
    }
  }, new AbortController().signal);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') all();
  });

  return {
    store: createStore(connection, () => undefined),
    onChange: (wants, run) => member(readers, { wants, run }),
    onProgress: (run) => member(followers, run),
    onJoining: (run) => member(watchers, run),
    onOtherVersion: (run) => member(warned, run),
  };
}

function member<T>(set: Set<T>, entry: T): () => void {
  set.add(entry);
  return () => void set.delete(entry);
}
