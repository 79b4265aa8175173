import { useCallback, useRef, useState } from 'react';
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

/** Keeps drafts and stores each 500 ms after the last key, and when a field is left. */
export function useDrafts(store: (index: SceneIndex, text: Draft) => Promise<void>): Drafts {
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
      void store(index, draft).then(() => {
        // What was typed meanwhile stays a draft.
        if (newest.current.get(index) === draft) put(index, null);
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

  return { of: (index) => drafts.get(index), change, flush, open: [...drafts.keys()] };
}
