import type { LedgerRow } from './attempt.ts';
import type { CostUnit } from './capabilities.ts';
import type { SceneIndex } from './ids.ts';

/** What orders came to. */
export interface Spent {
  readonly orders: number;
  /** What is known to have been taken. */
  readonly taken: number;
  /** Orders of which nobody has said what they took, and what was asked for them. */
  readonly untold: { readonly orders: number; readonly asked: number };
}

/** What a film has cost in one unit. */
export interface FilmSpent {
  readonly unit: Exclude<CostUnit, 'none'>;
  readonly film: Spent;
  readonly scenes: readonly (Spent & { readonly index: SceneIndex })[];
}

const NOTHING: Spent = { orders: 0, taken: 0, untold: { orders: 0, asked: 0 } };

/** Sums up ledger rows for the film and for each scene, unit by unit; what costs nothing is left out (L9). */
export function spentOf(rows: readonly LedgerRow[]): readonly FilmSpent[] {
  return (['credits', 'USD'] as const).flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit);
    if (own.length === 0) return [];
    const indexes = [...new Set(own.map(({ sceneIndex }) => sceneIndex))].toSorted((a, b) => a - b);
    const scenes = indexes.map((index) => ({
      index,
      ...sumRows(own.filter(({ sceneIndex }) => sceneIndex === index)),
    }));
    return [{ unit, film: sumRows(own), scenes }];
  });
}

function sumRows(rows: readonly LedgerRow[]): Spent {
  return rows.flatMap(ordersOf).reduce<Spent>(
    (sum, { asked, taken }) =>
      taken === 'unknown'
        ? {
            ...sum,
            orders: sum.orders + 1,
            untold: { orders: sum.untold.orders + 1, asked: sum.untold.asked + asked },
          }
        : { ...sum, orders: sum.orders + 1, taken: sum.taken + taken },
    NOTHING,
  );
}

/** An attempt's own order, and those to make its outputs larger: the free ones are none that anybody counts. */
function ordersOf({ asked, taken, larger }: LedgerRow): readonly Pick<LedgerRow, 'asked' | 'taken'>[] {
  const paid = larger.filter((each) => each !== 0);
  return [{ asked, taken }, ...paid.map((each) => ({ asked: 0, taken: each }))];
}
