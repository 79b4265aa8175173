import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FilmActions, FilmWork } from '../../components/film-dialog.tsx';
import type { FilmPlan } from '../../lib/domain/film-plan.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { Preview } from '../../lib/domain/preview.ts';
import { readFilmPlan } from '../../lib/store/film-reads.ts';
import { readPreview } from '../../lib/store/preview-reads.ts';
import { background } from '../page/live-store.ts';
import { live, useRead } from '../page/use-live.ts';

const IDLE: FilmWork = { state: 'idle' };

/** What is done for the film of a project, as far as this page asked for it. */
export function useFilmWork(projectId: ProjectId | null): readonly [FilmWork, FilmActions] {
  const [works, setWorks] = useState<ReadonlyMap<ProjectId, FilmWork>>(new Map());
  const put = useCallback((id: ProjectId, change: (was: FilmWork) => FilmWork) => {
    setWorks((known) => new Map(known).set(id, change(known.get(id) ?? IDLE)));
  }, []);
  useEffect(
    () =>
      live.onJoining(({ projectId: id, share }) =>
        put(id, (was) => (was.state === 'making' ? { state: 'making', share } : was)),
      ),
    [put],
  );
  const actions = useMemo<FilmActions>(
    () => ({
      make: () => {
        if (projectId === null) return;
        put(projectId, () => ({ state: 'making', share: null }));
        void background
          .makeFilm(projectId)
          .then((made) =>
            put(projectId, () =>
              made.ok
                ? { state: 'saved', film: made.value }
                : made.fault.type === 'Cancelled'
                  ? IDLE
                  : { state: 'failed', fault: made.fault },
            ),
          );
      },
      cancel: () => {
        if (projectId !== null) void background.cancelFilm(projectId);
      },
      leave: () => {
        if (projectId !== null) put(projectId, (was) => (was.state === 'making' ? was : IDLE));
      },
    }),
    [projectId, put],
  );
  const work = projectId === null ? IDLE : (works.get(projectId) ?? IDLE);
  return [work, actions];
}

/** What a film would be made of now; null until it is read. */
export function useFilmPlanOf(projectId: ProjectId | null): FilmPlan | null {
  const wants = useCallback(
    (changed: Changed) =>
      (changed.type === 'scene' || changed.type === 'project') && changed.projectId === projectId,
    [projectId],
  );
  const read = useRead(`plan ${projectId ?? ''}`, wants, (tx) =>
    projectId === null ? Promise.resolve(null) : readFilmPlan(tx, projectId),
  );
  return read ?? null;
}

/** What a film is seen as now; null until it is read. */
export function usePreviewOf(projectId: ProjectId | null): Preview | null {
  const wants = useCallback(
    (changed: Changed) => changed.type === 'scene' && changed.projectId === projectId,
    [projectId],
  );
  const read = useRead(`preview ${projectId ?? ''}`, wants, (tx) =>
    projectId === null ? Promise.resolve(null) : readPreview(tx, projectId),
  );
  return read ?? null;
}
