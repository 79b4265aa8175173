import type { LedgerRow } from '../domain/attempt.ts';
import type { AttemptId } from '../domain/ids.ts';
import { ledgerRow, parseMaybe } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** What an attempt cost; null where it has no row. */
export async function getLedgerRow(tx: AnyTx, id: AttemptId): Promise<LedgerRow | null> {
  return parseMaybe(ledgerRow, await tx.idb.objectStore('ledger').get(id), 'ledger');
}

/** Writes what an attempt cost, in the transaction that moves it (L9). */
export async function putLedgerRow(tx: WriteTx, row: LedgerRow): Promise<void> {
  await tx.idb.objectStore('ledger').put(row);
}
