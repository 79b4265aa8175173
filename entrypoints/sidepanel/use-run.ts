import { useEffect, useRef, useState } from 'react';
import type { ProjectId } from '../../lib/domain/ids.ts';
import { runOf, type Run } from '../../lib/domain/run.ts';
import type { Task } from '../../lib/domain/task.ts';
import { readFilmTasks, type FilmTasks } from '../../lib/store/run-reads.ts';
import { followScenes } from '../page/follow-scenes.ts';

/** A film's run with the tasks of the whole film, which tell how long each kind takes. */
export interface RunRead {
  readonly run: Run;
  readonly tasks: readonly Task[];
}

interface Known extends RunRead {
  readonly of: ProjectId;
}

/**
 * What is at work in a film, and once it is over what it came to; null where nothing was ordered since the panel was
 * opened. The film's tasks are read only once there is work, and then those of changed scenes alone.
 */
export function useRun(projectId: ProjectId | null, hasOpen: boolean): RunRead | null {
  const [known, setKnown] = useState<Known | null>(null);
  const newest = useRef(known);
  newest.current = known;
  useEffect(() => {
    const before = newest.current?.of === projectId ? newest.current.run : null;
    if (projectId === null || (!hasOpen && before === null)) return undefined;
    // One that was over when more was ordered is no part of it.
    const since = before === null || before.left.length === 0 ? null : before.since;
    if (!hasOpen && since === null) return undefined;
    return followRun(projectId, since, (read) => setKnown(read && { of: projectId, ...read }));
  }, [projectId, hasOpen]);
  return known?.of === projectId ? known : null;
}

/** Tells the run now and after each change; answers how to stop. */
function followRun(
  projectId: ProjectId,
  since: number | null,
  tell: (read: RunRead | null) => void,
): () => void {
  let from = since;
  return followScenes<FilmTasks>(
    projectId,
    (tx, before) => readFilmTasks(tx, projectId, before && { film: before.read, changed: before.changed }),
    (film) => {
      const tasks = [...film.values()].flat();
      const run = runOf(tasks, from);
      from ??= run?.since ?? null;
      tell(run && { run, tasks });
    },
  );
}
