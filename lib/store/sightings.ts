import * as v from 'valibot';
import type { Operation } from '../domain/ids.ts';
import type { Sighting } from '../domain/sighting.ts';
import { attemptId, json, operation, parseMaybe, parseRow, provider, type RowSchema } from './row-schemas.ts';
import type { AnyTx, WriteTx } from './transaction.ts';

const sightingRow: RowSchema<Sighting> = v.object({
  operation,
  provider,
  attempt: v.nullable(attemptId),
  ids: v.array(v.string()),
  facts: json,
  at: v.number(),
});

/** What was told of an order; null where nothing was. */
export async function getSighting(tx: AnyTx, id: Operation): Promise<Sighting | null> {
  return parseMaybe(sightingRow, await tx.idb.objectStore('sightings').get(id), 'sightings');
}

/** Every sighting that one of some ids is about, each once. */
export async function findSightings(tx: AnyTx, ids: readonly string[]): Promise<readonly Sighting[]> {
  const found = new Map<Operation, Sighting>();
  for (const id of new Set(ids)) {
    const rows: readonly unknown[] = await tx.idb.objectStore('sightings').index('ids').getAll(id);
    for (const row of rows) {
      const sighting = parseRow(sightingRow, row, 'sightings');
      found.set(sighting.operation, sighting);
    }
  }
  return [...found.values()];
}

/** What was told of orders that nobody owns, in no order. */
export async function getUnowned(tx: AnyTx): Promise<readonly Sighting[]> {
  const rows: readonly unknown[] = await tx.idb.objectStore('sightings').getAll();
  return rows.map((row) => parseRow(sightingRow, row, 'sightings')).filter(({ attempt }) => attempt === null);
}

/** Writes what is known of an order by now. */
export async function putSighting(tx: WriteTx, sighting: Sighting): Promise<void> {
  await tx.idb.objectStore('sightings').put({ ...sighting });
  tx.touch({ type: 'sightings' });
}
