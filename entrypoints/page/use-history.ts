import { useCallback, useMemo } from 'react';
import { NO_HISTORY, type History } from '../../lib/domain/history.ts';
import type { ProjectId } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import { readHistory } from '../../lib/store/edits.ts';
import type { LiveHistory } from './use-commands.ts';
import { live, useRead } from './use-live.ts';

/** The next steps of undo and redo, read from the project's stored edits: they outlive the panel. */
export function useHistory(projectId: ProjectId | null): LiveHistory {
  const wants = useCallback(
    (changed: Changed) =>
      changed.type === 'projects' || (changed.type === 'project' && changed.projectId === projectId),
    [projectId],
  );
  const shown = useRead(`history ${projectId ?? ''}`, wants, (tx) => readHistory(tx, projectId));
  const read = useCallback(
    (): Promise<History> => live.store.read((tx) => readHistory(tx, projectId)),
    [projectId],
  );
  return useMemo(() => ({ shown: shown ?? NO_HISTORY, read }), [shown, read]);
}
