import type { LedgerRow } from '../domain/attempt.ts';
import type { Take } from '../domain/take.ts';
import { getLedgerRow } from './ledger.ts';
import type { AnyTx } from './transaction.ts';

/** What the order of a take cost; null for a file that the user brought, and where nothing was written down. */
export async function readTakeCost(tx: AnyTx, { origin }: Take): Promise<LedgerRow | null> {
  return origin.type === 'generated' ? getLedgerRow(tx, origin.attemptId) : null;
}
