import { useEffect, useState } from 'react';
import type { ScenePlace } from '../../lib/domain/card.ts';
import type { ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import { readFilm } from '../../lib/store/panel-reads.ts';
import { live } from './use-live.ts';

const NONE: readonly ScenePlace[] = [];

/**
 * The scenes of a film in order; empty until they are read. After a change only the scenes that changed are read, so
 * that a film of a thousand scenes costs as little as one of ten.
 */
export function useFilm(projectId: ProjectId | null): readonly ScenePlace[] {
  const [film, setFilm] = useState<{ readonly of: ProjectId | null; readonly places: readonly ScenePlace[] }>(
    {
      of: null,
      places: NONE,
    },
  );
  useEffect(() => {
    if (projectId === null) return undefined;
    return followFilm(projectId, (places) => setFilm({ of: projectId, places }));
  }, [projectId]);
  return film.of === projectId ? film.places : NONE;
}

/** Tells the film now and after each change of it, one read at a time; answers how to stop. */
function followFilm(projectId: ProjectId, tell: (places: readonly ScenePlace[]) => void): () => void {
  let places: ReadonlyMap<SceneIndex, ScenePlace> = new Map();
  let changed = new Set<SceneIndex>();
  let isWhole = true;
  let isReading = false;
  let isAskedAgain = false;
  const gone = new AbortController();

  const read = async (): Promise<void> => {
    isAskedAgain = true;
    if (isReading) return;
    isReading = true;
    while (isAskedAgain && !gone.signal.aborted) {
      isAskedAgain = false;
      const known = isWhole ? null : { places, changed };
      isWhole = false;
      changed = new Set();
      const next = await live.store.read((tx) => readFilm(tx, projectId, known)).catch(() => null);
      isWhole ||= next === null;
      if (next === null || gone.signal.aborted) continue;
      places = new Map(next.map((place) => [place.index, place]));
      tell(next);
    }
    isReading = false;
  };
  const stop = live.onChange(
    (change) => change.type === 'scene' && change.projectId === projectId,
    (changes) => {
      isWhole ||= changes === null;
      for (const index of indexesOf(changes)) changed.add(index);
      void read();
    },
  );
  void read();
  return () => {
    gone.abort();
    stop();
  };
}

function indexesOf(changes: readonly Changed[] | null): readonly SceneIndex[] {
  return (changes ?? []).flatMap((change) => (change.type === 'scene' ? [change.index] : []));
}
