import type { Batch } from './batch.ts';
import { capabilitiesOf } from './capabilities.ts';
import type { SeenOffers } from './flow-page.ts';
import type { SceneIndex } from './ids.ts';
import { lengthsOf } from './model-lengths.ts';

/** A model that a service offers for a kind, with what a batch comes to with it, before it is started (L9). */
export interface ModelOffer {
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
  /** Seconds of the clips that it was known to make; none where nothing is known. */
  readonly lengths: readonly number[];
  /** Scenes of another length: the service has the last word. */
  readonly oddLengths: readonly SceneIndex[];
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
    const lengths = (kind === 'video' && lengthsOf(model)) || [];
    const isOdd = (lengthS: number | null): boolean =>
      lengthS !== null && lengths.length > 0 && !lengths.includes(lengthS);
    const oddLengths = runs.filter(({ lengthS }) => isOdd(lengthS)).map(({ index }) => index);
    const isChosen = model === chosen;
    return { kind, model, isChosen, orders: runs.length, outputs, price, lengths, oddLengths };
  });
}
