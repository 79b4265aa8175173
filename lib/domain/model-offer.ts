import type { Batch, BatchItem } from './batch.ts';
import { capabilitiesOf } from './capabilities.ts';
import type { SeenOffers } from './flow-page.ts';
import type { SceneIndex } from './ids.ts';
import { lengthsOf } from './model-lengths.ts';
import type { Kind } from './scene.ts';

/** How long the clips of a model are, beside the scenes that are to be made with it. */
export interface ModelLengths {
  /** Seconds of the clips that it was known to make; none where nothing is known. */
  readonly lengths: readonly number[];
  /** Scenes of another length: the service has the last word. */
  readonly oddLengths: readonly SceneIndex[];
}

/** A model that a service offers for a kind, with what a batch comes to with it, before it is started (L9). */
export interface ModelOffer extends ModelLengths {
  readonly kind: 'image' | 'video';
  /** As the service names it; null leaves the one that is set there. */
  readonly model: string | null;
  readonly isChosen: boolean;
  /** Orders of its kind that are still to be paid. */
  readonly orders: number;
  /** Takes of each. */
  readonly outputs: number;
  /** The newest price seen for one of its outputs; null where none was: it is not guessed. */
  readonly price: number | null;
}

/** What is known of a model's lengths, and the orders that do not fit it. */
export function lengthsFor(model: string | null, kind: Kind, orders: readonly BatchItem[]): ModelLengths {
  const lengths = (kind === 'video' && lengthsOf(model)) || [];
  const isOdd = ({ lengthS }: BatchItem): boolean =>
    lengthS !== null && lengths.length > 0 && !lengths.includes(lengthS);
  return { lengths, oddLengths: orders.filter(isOdd).map(({ index }) => index) };
}

/**
 * Every model that a batch's orders of a kind could be made with, the service's own choice first; none where there is
 * nothing to choose or to order: scenes with a choice of their own are not asked. What is chosen is among them even where the service has it no more (L19).
 */
export function modelOffers(batch: Batch, kind: ModelOffer['kind'], seen: SeenOffers): readonly ModelOffer[] {
  const has = capabilitiesOf(batch.provider);
  const runs = batch.items.filter(
    (item) => item.kind === kind && item.fault === null && !item.isPaid && !item.isOwn,
  );
  if (has === null || has.models[kind].length === 0 || runs.length === 0) return [];
  const { model: chosen, outputs } = batch.chosen[kind];
  const free = has.freeKinds.includes(kind) ? 0 : null;
  return [...new Set([null, ...(seen[kind]?.models ?? has.models[kind]), chosen])].map((model) => {
    const price = batch.seenPrices.find((each) => each.kind === kind && each.model === model)?.price ?? free;
    const isChosen = model === chosen;
    return { kind, model, isChosen, orders: runs.length, outputs, price, ...lengthsFor(model, kind, runs) };
  });
}
