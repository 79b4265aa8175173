import * as v from 'valibot';
import type { ProviderName } from '../domain/capabilities.ts';
import { parseMaybe, type RowSchema } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

const row: RowSchema<{ readonly at: number }> = v.object({ at: v.number() });

/** When a provider was last given an order, ms since the epoch; null where it never was. */
export async function getLastOrderAt(tx: AnyTx, provider: ProviderName): Promise<number | null> {
  const found = await tx.idb.objectStore('settings').get(nameOf(provider));
  return parseMaybe(row, found, 'settings')?.at ?? null;
}

/** Writes when a provider is given an order, in the transaction of its intent. */
export async function putLastOrderAt(tx: WriteTx, provider: ProviderName, at: number): Promise<void> {
  await tx.idb.objectStore('settings').put({ name: nameOf(provider), at });
}

function nameOf(provider: ProviderName): string {
  return `lastOrder ${provider}`;
}
