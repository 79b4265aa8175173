import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { live } from './use-live.ts';

/** What was read last, and the scenes that changed since. */
export interface ReadBefore<Read> {
  readonly read: Read;
  readonly changed: ReadonlySet<SceneIndex>;
}

/**
 * Reads something of a film's scenes now and after each change, one read at a time. It is told what it read before, so
 * that it can read the changed scenes alone; null where all of it has to be read. Answers how to stop.
 */
export function followScenes<Read>(
  projectId: ProjectId,
  readScenes: (tx: AnyTx, before: ReadBefore<Read> | null) => Promise<Read>,
  tell: (read: Read) => void,
): () => void {
  let last: { readonly read: Read } | null = null;
  let changed: Set<SceneIndex> | null = null;
  let isReading = false;
  let isAskedAgain = false;
  const gone = new AbortController();

  const read = async (): Promise<void> => {
    isAskedAgain = true;
    if (isReading) return;
    isReading = true;
    while (isAskedAgain && !gone.signal.aborted) {
      isAskedAgain = false;
      const before = last === null || changed === null ? null : { read: last.read, changed };
      changed = new Set();
      last = await live.store.read(async (tx) => ({ read: await readScenes(tx, before) })).catch(() => null);
      if (last !== null && !gone.signal.aborted) tell(last.read);
    }
    isReading = false;
  };
  const stop = live.onChange(
    (change) => change.type === 'scene' && change.projectId === projectId,
    (changes) => {
      if (changes === null) changed = null;
      else for (const index of indexesOf(changes)) changed?.add(index);
      void read();
    },
  );
  void read();
  return () => {
    gone.abort();
    stop();
  };
}

function indexesOf(changes: readonly Changed[]): readonly SceneIndex[] {
  return changes.flatMap((change) => (change.type === 'scene' ? [change.index] : []));
}
