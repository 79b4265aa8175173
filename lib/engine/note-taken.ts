import type { Taken } from '../domain/attempt.ts';
import type { AttemptId } from '../domain/ids.ts';
import { getLedgerRow, putLedgerRow } from '../store/ledger.ts';
import type { WriteTx } from '../store/transaction.ts';

/** Writes what an attempt turned out to cost: nothing where it was never sent, or refused (L9). */
export async function noteTaken(tx: WriteTx, id: AttemptId, taken: number): Promise<void> {
  const row = await getLedgerRow(tx, id);
  if (row !== null) await putLedgerRow(tx, { ...row, taken });
}

/** Writes what the user's own orders to make its outputs larger turned out to cost (L9). */
export async function noteLarger(tx: WriteTx, id: AttemptId, larger: readonly Taken[]): Promise<void> {
  const row = await getLedgerRow(tx, id);
  if (row !== null) await putLedgerRow(tx, { ...row, larger });
}

/** The page's own price for an order that stands ready is the one that counts (L9); null where it says nothing. */
export async function noteAsked(tx: WriteTx, id: AttemptId, price: number | null): Promise<void> {
  const row = price === null ? null : await getLedgerRow(tx, id);
  if (row === null || price === null) return;
  // What is free takes nothing, and no page says so afterwards.
  await putLedgerRow(tx, { ...row, asked: price, taken: price === 0 ? 0 : 'unknown' });
}
