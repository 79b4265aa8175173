import * as v from 'valibot';
import type { Edit } from '../domain/edit.ts';
import { historyOf, tellsHistory, type History, type Step } from '../domain/history.ts';
import type { EditId, ProjectId } from '../domain/ids.ts';
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
 * What can be taken back and brought back next in a project. The deletion of another one can be taken back from any,
 * where that is what happened last.
 */
export async function readHistory(tx: AnyTx, projectId: ProjectId | null): Promise<History> {
  const own = historyOf(projectId === null ? [] : await readNewest(tx, projectId));
  const deletion = await lastDeletion(tx);
  const isLast = deletion !== null && (own.undo === null || deletion.at > own.undo.at);
  return isLast ? { ...own, undo: deletion } : own;
}

/** The project that went into the bin last, as far as a deletion brought it there. */
async function lastDeletion(tx: AnyTx): Promise<Step | null> {
  const gone = (await getProjects(tx)).filter(({ deletedAt }) => deletedAt !== null);
  const [last] = gone.toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  if (last === undefined) return null;
  const { undo } = historyOf(await readNewest(tx, last.id));
  return undo?.name === 'deleteProject' ? undo : null;
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
