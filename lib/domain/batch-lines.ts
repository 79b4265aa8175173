import type { Batch, BatchItem } from './batch.ts';
import { lengthsFor, type ModelLengths } from './model-offer.ts';

/** Orders of a batch that are alike: of one kind, made by the same with the same, at one price. */
export interface BatchLine extends Pick<BatchItem, 'kind' | 'provider' | 'chosen' | 'price'>, ModelLengths {
  readonly count: number;
}

/** What of a batch can run, kind by kind; what scenes have of their own stands in lines of its own. */
export function linesOf(batch: Batch): readonly BatchLine[] {
  const alike = new Map<string, BatchItem[]>();
  for (const item of batch.items.filter(({ fault }) => fault === null)) {
    const key = JSON.stringify([item.kind, item.provider, item.chosen, item.price]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  const lines = [...alike.values()].flatMap((items) =>
    items[0] === undefined ? [] : [lineOf(items[0], items)],
  );
  return lines.toSorted((a, b) => a.kind.localeCompare(b.kind));
}

function lineOf({ kind, provider, chosen, price }: BatchItem, items: readonly BatchItem[]): BatchLine {
  const unpaid = items.filter(({ isPaid }) => !isPaid);
  return { kind, provider, chosen, price, count: items.length, ...lengthsFor(chosen.model, kind, unpaid) };
}
