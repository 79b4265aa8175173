import { useEffect, useState } from 'react';
import type { ScenePlace } from '../../lib/domain/card.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { readFilm, type KnownFilm } from '../../lib/store/panel-reads.ts';
import { followScenes, type ReadBefore } from './follow-scenes.ts';

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
    return followScenes<readonly ScenePlace[]>(
      projectId,
      (tx, before) => readFilm(tx, projectId, before && knownOf(before)),
      (places) => setFilm({ of: projectId, places }),
    );
  }, [projectId]);
  return film.of === projectId ? film.places : NONE;
}

function knownOf({ read, changed }: ReadBefore<readonly ScenePlace[]>): KnownFilm {
  return { places: new Map(read.map((place) => [place.index, place])), changed };
}
