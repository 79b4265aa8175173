import * as v from 'valibot';
import type { RowSchema } from './row-schemas.ts';
import type { StoreName } from './schema.ts';
import type { AnyTx } from './transaction.ts';

/** Every row of a store that can be read; damaged ones are left out instead of failing the others (L13). */
export async function readableRows<T>(
  tx: AnyTx,
  store: StoreName,
  schema: RowSchema<T>,
): Promise<readonly T[]> {
  const rows: readonly unknown[] = await tx.idb.objectStore(store).getAll();
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The rows of a store that cannot be read. */
export async function damagedRows<T>(
  tx: AnyTx,
  store: StoreName,
  schema: RowSchema<T>,
): Promise<readonly unknown[]> {
  const rows: readonly unknown[] = await tx.idb.objectStore(store).getAll();
  return rows.filter((row) => !v.is(schema, row));
}
