import * as v from 'valibot';
import type { Fault } from '../domain/fault.ts';
import { fault, parseMaybe, type RowSchema } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

const NAME = 'saveFault';

const row: RowSchema<{ readonly fault: Fault | null }> = v.object({ fault: v.nullable(fault) });

/** Why takes are not saved as they are made; null where they are. */
export async function getSaveFault(tx: AnyTx): Promise<Fault | null> {
  const found = parseMaybe(row, await tx.idb.objectStore('settings').get(NAME), 'settings');
  return found?.fault ?? null;
}

/** Writes why takes are not saved, so that it is told once; null when they are again. */
export async function putSaveFault(tx: WriteTx, met: Fault | null): Promise<void> {
  if (met === null && (await getSaveFault(tx)) === null) return;
  await tx.idb.objectStore('settings').put({ name: NAME, fault: met });
  tx.touch({ type: 'settings' });
}
