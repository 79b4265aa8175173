import type { LedgerRow } from '../domain/attempt.ts';
import { chosenFor } from '../domain/choices.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import type { Kind } from '../domain/scene.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { getAttempt } from './attempts.ts';
import { getProjectLedger } from './ledger.ts';
import { getTask } from './tasks.ts';
import type { AnyTx } from './transaction.ts';

/** A ledger row with what was ordered; null where that is not known any more. */
export type SpentRow = LedgerRow & { readonly ordered: Snapshot | null };

/** The ledger of what was really sent, or may have been: an order that was only made ready costs nothing. */
export async function readSpent(tx: AnyTx, projectId: ProjectId): Promise<readonly SpentRow[]> {
  const rows = await getProjectLedger(tx, projectId);
  const spent = await Promise.all(rows.map((row) => readRow(tx, row)));
  return spent.flatMap((row) => (row === null ? [] : [row]));
}

async function readRow(tx: AnyTx, row: LedgerRow): Promise<SpentRow | null> {
  if (row.unit === 'none') return null;
  const attempt = await getAttempt(tx, row.attemptId);
  // Attempts go with the scene that is emptied from the bin; what was spent stays.
  if (attempt === null) return { ...row, ordered: null };
  if (attempt.operation !== null) return { ...row, ordered: attempt.snapshot };
  const phase = (await getTask(tx, attempt.taskId))?.phase;
  const isInDoubt = phase?.state === 'uncertain' && phase.attempt === attempt.id;
  return isInDoubt ? { ...row, ordered: attempt.snapshot } : null;
}

/**
 * The newest price of an output of each kind with the model that is chosen now: what was asked, else what was taken.
 * What another model costs says nothing of this one.
 */
export function lastPrices(rows: readonly SpentRow[], film: Project): { readonly [K in Kind]?: number } {
  const prices: { [K in Kind]?: number } = {};
  for (const { ordered, taken, asked } of rows.toSorted((a, b) => a.at - b.at)) {
    const price = taken === 'unknown' || asked > 0 ? asked : taken;
    // Nothing asked and nothing told is no price.
    if (ordered === null || (price === 0 && taken === 'unknown')) continue;
    const { kind, model, outputs } = ordered;
    if (model === chosenFor(film, kind).model) prices[kind] = price / outputs;
  }
  return prices;
}
