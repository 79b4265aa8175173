import type { Edit } from '../../domain/edit.ts';
import { fail } from '../../domain/result.ts';
import { getEdit, putEdit } from '../../store/edits.ts';
import { moveQueuedTasks } from './film-order.ts';
import type { Of } from './of-type.ts';
import { carriedOut, notFound, type Outcomes, type Scope } from './outcome.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes an edit back: each field that still holds what the edit wrote gets what it held before; a field that
 * was written again since is left alone. Takes, tasks at work, ledger and files are never undone.
 */
export async function undo(scope: Scope, { editId }: Of<'undo'>): Outcomes {
  const edit = await getEdit(scope.tx, editId);
  if (edit === null) return notFound('edit');
  return edit.undoneAt === null ? turnOver(scope, edit, scope.now) : fail({ type: 'NothingToDo' });
}

/** Writes an edit again that was taken back, under the same rule: only where what undo wrote still stands. */
export async function redo(scope: Scope, { editId }: Of<'redo'>): Outcomes {
  const edit = await getEdit(scope.tx, editId);
  if (edit === null) return notFound('edit');
  return edit.undoneAt === null ? fail({ type: 'NothingToDo' }) : turnOver(scope, edit, null);
}

/**
 * An edit holds what turns it over next: undo leaves what redo takes back, and the other way round. One of which
 * nothing stands any more is turned over all the same, so that the edits before it can be reached.
 */
async function turnOver(scope: Scope, edit: Edit, undoneAt: number | null): Outcomes {
  const changes = [];
  let count = 0;
  for (const change of edit.changes.toReversed()) {
    const written = await takeBack(scope, change);
    if (written.length > 0) count++;
    changes.push(...written);
  }
  await moveQueuedTasks(scope, changes);
  await putEdit(scope.tx, { ...edit, undoneAt, changes });
  return carriedOut(edit.projectId, count);
}
