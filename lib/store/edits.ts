import * as v from 'valibot';
import type { Edit } from '../domain/edit.ts';
import { historyOf, tellsHistory, type History, type Step } from '../domain/history.ts';
import type { EditId, ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import { editRow } from './edit-schema.ts';
import { getProjects } from './projects.ts';
import { parseMaybe, parseRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Most edits that are read for one step; a longer one is taken back in several. */
const MOST_READ = 200;

/** Reads an edit; null where there is none. */
export async function getEdit(tx: AnyTx, id: EditId): Promise<Edit | null> {
  return parseMaybe(editRow, await tx.idb.objectStore('edits').get(id), 'edits');
}

/** Writes an edit that is there already. */
export async function putEdit(tx: WriteTx, edit: Edit): Promise<void> {
  await tx.idb.objectStore('edits').put(edit);
  tx.touch({ type: 'project', projectId: edit.projectId });
}

/**
 * Adds an edit behind all others of its project, and forgets those that were taken back last: what is new ends what
 * can be brought back. Two at one time, or a clock that was set back, still stand one behind the other.
 */
export async function addEdit(tx: WriteTx, edit: Edit): Promise<void> {
  const index = tx.idb.objectStore('edits').index('project');
  let { at } = edit;
  let cursor = await index.openCursor(ofProject(edit.projectId), 'prev');
  for (; cursor !== null; cursor = await cursor.continue()) {
    const [, lastAt] = cursor.key;
    at = Math.max(at, lastAt + 1);
    // One that cannot be read is left alone, and stands in nobody's way.
    if (!v.is(undoneRow, cursor.value)) break;
    await cursor.delete();
  }
  await putEdit(tx, { ...edit, at });
}

const undoneRow = v.object({ undoneAt: v.number() });

/**
 * What can be taken back and brought back next in a project. How another one was deleted or archived can be taken back from any,
 * where that is what happened last.
 */
export async function readHistory(tx: AnyTx, projectId: ProjectId | null): Promise<History> {
  const own = historyOf(projectId === null ? [] : await readNewest(tx, projectId));
  const away = await lastPutAway(tx);
  const isLast = away !== null && (own.undo === null || away.at > own.undo.at);
  return isLast ? { ...own, undo: away } : own;
}

/** How the project went that was deleted or archived last: it may not be the one that is shown. */
async function lastPutAway(tx: AnyTx): Promise<Step | null> {
  const goneAt = ({ deletedAt, archivedAt }: Project): number => deletedAt ?? archivedAt ?? 0;
  const [last] = (await getProjects(tx)).toSorted((a, b) => goneAt(b) - goneAt(a));
  if (last === undefined || goneAt(last) === 0) return null;
  const { undo } = historyOf(await readNewest(tx, last.id));
  return undo?.name === 'deleteProject' || undo?.name === 'archiveProject' ? undo : null;
}

/** As many edits of a project as its next steps are told by, newest first. */
async function readNewest(tx: AnyTx, projectId: ProjectId): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  let cursor = await tx.idb.objectStore('edits').index('project').openCursor(ofProject(projectId), 'prev');
  while (cursor !== null && edits.length < MOST_READ && !tellsHistory(edits)) {
    edits.push(parseRow(editRow, cursor.value, 'edits'));
    cursor = await cursor.continue();
  }
  return edits;
}

function ofProject(projectId: ProjectId): IDBKeyRange {
  return IDBKeyRange.bound([projectId, -Infinity], [projectId, Infinity]);
}
