import type { LedgerRow } from '../domain/attempt.ts';
import type { AttemptId, ProjectId } from '../domain/ids.ts';
import { ledgerRow, parseMaybe, parseRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** What an attempt cost; null where it has no row. */
export async function getLedgerRow(tx: AnyTx, id: AttemptId): Promise<LedgerRow | null> {
  return parseMaybe(ledgerRow, await tx.idb.objectStore('ledger').get(id), 'ledger');
}

/** Writes what an attempt cost, in the transaction that moves it (L9). */
export async function putLedgerRow(tx: WriteTx, row: LedgerRow): Promise<void> {
  await tx.idb.objectStore('ledger').put(row);
}

/** What every attempt cost, in no order. */
export async function getLedger(tx: AnyTx): Promise<readonly LedgerRow[]> {
  const rows = await tx.idb.objectStore('ledger').getAll();
  return rows.map((row) => parseRow(ledgerRow, row, 'ledger'));
}

/** What the attempts of a project cost, in no order. */
export async function getProjectLedger(tx: AnyTx, projectId: ProjectId): Promise<readonly LedgerRow[]> {
  const range = IDBKeyRange.bound([projectId], [projectId, []]);
  const rows = await tx.idb.objectStore('ledger').index('scene').getAll(range);
  return rows.map((row) => parseRow(ledgerRow, row, 'ledger'));
}
