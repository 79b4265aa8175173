import { useCallback, useState } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';

/** A set of scenes that components enter and leave. */
export interface Members {
  readonly all: ReadonlySet<SceneIndex>;
  readonly set: (index: SceneIndex, isIn: boolean) => void;
}

/** Keeps a set of scenes, such as those with a playing video. */
export function useMembers(): Members {
  const [all, setAll] = useState<ReadonlySet<SceneIndex>>(new Set());
  const set = useCallback(
    (index: SceneIndex, isIn: boolean) => setAll((known) => withMember(known, index, isIn)),
    [],
  );
  return { all, set };
}

function withMember(set: ReadonlySet<SceneIndex>, index: SceneIndex, isIn: boolean): ReadonlySet<SceneIndex> {
  if (set.has(index) === isIn) return set;
  const next = new Set(set);
  if (isIn) next.add(index);
  else next.delete(index);
  return next;
}
