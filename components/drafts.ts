import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { SceneText } from '../lib/domain/scene.ts';

/** What the user has typed of a scene and what is not stored yet. */
export type Draft = Partial<SceneText>;

/** The drafts of all scenes: they live above the list, so that scrolling loses none. */
export interface Drafts {
  readonly of: (index: SceneIndex) => Draft | undefined;
  /** Takes what was typed; it is stored half a second later. */
  change(index: SceneIndex, text: Draft): void;
  /** Stores what was typed now. */
  flush(index: SceneIndex): void;
  readonly open: readonly SceneIndex[];
}

const STORE_AFTER_MS = 500;

/**
 * Keeps the drafts of one project and stores each 500 ms after the last key, when a field is left, and when the
 * project is. `store` answers whether it was stored.
 */
export function useDrafts(store: (index: SceneIndex, text: Draft) => Promise<boolean>): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<SceneIndex, Draft>>(new Map());
  const newest = useRef(drafts);
  const timers = useRef(new Map<SceneIndex, ReturnType<typeof setTimeout>>());

  const put = useCallback((index: SceneIndex, draft: Draft | null) => {
    const next = new Map(newest.current);
    if (draft === null) next.delete(index);
    else next.set(index, draft);
    newest.current = next;
    setDrafts(next);
  }, []);

  const flush = useCallback(
    (index: SceneIndex) => {
      clearTimeout(timers.current.get(index));
      timers.current.delete(index);
      const draft = newest.current.get(index);
      if (draft === undefined) return;
      void store(index, draft).then((stored) => {
        // What was refused, and what was typed meanwhile, stays a draft.
        if (stored && newest.current.get(index) === draft) put(index, null);
      });
    },
    [store, put],
  );

  const change = useCallback(
    (index: SceneIndex, text: Draft) => {
      put(index, { ...newest.current.get(index), ...text });
      clearTimeout(timers.current.get(index));
      timers.current.set(
        index,
        setTimeout(() => flush(index), STORE_AFTER_MS),
      );
    },
    [put, flush],
  );

  // Another project, a closed or reloaded panel: what was typed is stored first.
  useEffect(() => {
    const pending = timers.current;
    const flushAll = (): void => [...pending.keys()].forEach(flush);
    window.addEventListener('pagehide', flushAll);
    return () => {
      window.removeEventListener('pagehide', flushAll);
      flushAll();
    };
  }, [flush]);

  const open = useMemo(() => [...drafts.keys()], [drafts]);
  return { of: (index) => drafts.get(index), change, flush, open };
}
