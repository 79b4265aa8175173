import { useCallback, useMemo, useRef, useState } from 'react';
import { scenesBetween } from '../lib/domain/chosen-scenes.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';

/** Scenes that are chosen to do something with all of them. */
export interface Choice {
  /** Null while nothing is being chosen. */
  readonly scenes: ReadonlySet<SceneIndex> | null;
  /** Turns a scene over; with `isRange` everything of the list from the last one up to it is chosen. */
  readonly turn: (index: SceneIndex, isRange: boolean, list: readonly SceneIndex[]) => void;
  readonly set: (scenes: readonly SceneIndex[]) => void;
  readonly end: () => void;
}

/** Keeps a choice of scenes by their indexes: neither scrolling nor sorting changes it (L1). */
export function useChoice(): Choice {
  const [scenes, setScenes] = useState<ReadonlySet<SceneIndex> | null>(null);
  const last = useRef<SceneIndex | null>(null);
  const turn = useCallback((index: SceneIndex, isRange: boolean, list: readonly SceneIndex[]): void => {
    const from = last.current;
    last.current = index;
    setScenes((known) => {
      const next = new Set(known);
      if (isRange) for (const each of scenesBetween(list, from, index)) next.add(each);
      else if (!next.delete(index)) next.add(index);
      return next;
    });
  }, []);
  const set = useCallback((chosen: readonly SceneIndex[]): void => setScenes(new Set(chosen)), []);
  const end = useCallback((): void => {
    last.current = null;
    setScenes(null);
  }, []);
  return useMemo(() => ({ scenes, turn, set, end }), [scenes, turn, set, end]);
}
