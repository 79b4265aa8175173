import type { LedgerRow } from '../domain/attempt.ts';
import type { SeenPrice } from '../domain/batch.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { getAttempt } from './attempts.ts';
import { getLedger, getProjectLedger } from './ledger.ts';
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

/** Rows that are gone through for prices, the film's own first: what is older says little of what is asked now. */
const MOST_PRICED = 200;

/**
 * Reads what outputs were last asked for, else what was taken for them: in this film, and of what it has not ordered in
 * the user's newest orders for others. What another model costs says nothing of this one.
 */
export async function readPrices(
  tx: AnyTx,
  { id, provider }: Pick<Project, 'id' | 'provider'>,
): Promise<readonly SeenPrice[]> {
  const ledger = (await getLedger(tx)).filter((row) => row.provider === provider && row.unit !== 'none');
  const isOwn = (row: LedgerRow): boolean => row.projectId === id;
  const newest = ledger.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.at - a.at);
  const prices = new Map<string, SeenPrice>();
  for (const row of newest.slice(0, MOST_PRICED)) {
    const seen = priceOf(await readRow(tx, row));
    const key = `${seen?.kind} ${seen?.model}`;
    if (seen !== null && !prices.has(key)) prices.set(key, seen);
  }
  return [...prices.values()];
}

function priceOf(row: SpentRow | null): SeenPrice | null {
  if (row === null || row.ordered === null) return null;
  const { taken, asked, ordered } = row;
  const price = taken === 'unknown' || asked > 0 ? asked : taken;
  const { kind, model, outputs } = ordered;
  // Nothing asked and nothing told is no price.
  return price === 0 && taken === 'unknown' ? null : { kind, model, price: price / outputs };
}
