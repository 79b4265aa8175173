import type { Batch, BatchItem } from './batch.ts';

/** Orders of a batch that are alike: of one kind, made by the same with the same, at one price. */
export interface BatchLine extends Pick<BatchItem, 'kind' | 'provider' | 'chosen' | 'price'> {
  readonly count: number;
}

/** What of a batch can run, kind by kind; what scenes have of their own stands in lines of its own. */
export function linesOf(batch: Batch): readonly BatchLine[] {
  const lines = new Map<string, BatchLine>();
  for (const { kind, provider, chosen, price, fault } of batch.items) {
    if (fault !== null) continue;
    const key = JSON.stringify([kind, provider, chosen, price]);
    lines.set(key, { kind, provider, chosen, price, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()].toSorted((a, b) => a.kind.localeCompare(b.kind));
}
