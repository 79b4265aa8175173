import type { ProviderName } from '../domain/capabilities.ts';
import type { Hold } from '../domain/hold.ts';
import { holdRow, parseMaybe, parseRow } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

/** The hold of a provider or one of its models (empty for the whole provider); null where there is none. */
export async function getHold(tx: AnyTx, provider: ProviderName, model: string): Promise<Hold | null> {
  return parseMaybe(holdRow, await tx.idb.objectStore('holds').get([provider, model]), 'holds');
}

/** Every hold. */
export async function getHolds(tx: AnyTx): Promise<readonly Hold[]> {
  const rows = await tx.idb.objectStore('holds').getAll();
  return rows.map((row) => parseRow(holdRow, row, 'holds'));
}

/** Writes a hold. */
export async function putHold(tx: WriteTx, hold: Hold): Promise<void> {
  await tx.idb.objectStore('holds').put(hold);
  tx.touch({ type: 'holds' });
}

/** Lifts a hold. */
export async function removeHold(tx: WriteTx, hold: Pick<Hold, 'provider' | 'model'>): Promise<void> {
  await tx.idb.objectStore('holds').delete([hold.provider, hold.model]);
  tx.touch({ type: 'holds' });
}
