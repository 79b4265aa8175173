import type { Edit } from '../domain/edit.ts';
import type { EditId } from '../domain/ids.ts';
import { editRow } from './edit-schema.ts';
import { parseMaybe } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** Reads an edit; null where there is none. */
export async function getEdit(tx: AnyTx, id: EditId): Promise<Edit | null> {
  return parseMaybe(editRow, await tx.idb.objectStore('edits').get(id), 'edits');
}

/** Writes an edit. */
export async function putEdit(tx: WriteTx, edit: Edit): Promise<void> {
  await tx.idb.objectStore('edits').put(edit);
  tx.touch({ type: 'project', projectId: edit.projectId });
}
