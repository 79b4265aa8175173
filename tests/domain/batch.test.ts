import { describe, expect, it } from 'vitest';
import type { Batch } from '../../lib/domain/batch.ts';
import { linesOf } from '../../lib/domain/batch-lines.ts';
import { fittingScenes, sumOf } from '../../lib/domain/batch-sum.ts';
import { groupFaults } from '../../lib/domain/fault-groups.ts';
import { FLOW_CAPABILITIES } from '../../lib/domain/capabilities.ts';
import { modelOffers } from '../../lib/domain/model-offer.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import { newId } from '../../lib/domain/ids.ts';
import { tooLongFor } from '../../lib/domain/prompt-of.ts';
import { spentOf } from '../../lib/domain/spent.ts';
import { PROMPT_LIMIT } from '../../lib/providers/flow/page/write-prompt.ts';
import { batchItem as item, PLAIN } from '../fakes/batch-item.ts';
import { sceneIndex } from '../fakes/studio.ts';

const BATCH: Batch = {
  items: [item(1, 'image'), item(1, 'video'), item(2, 'video'), item(3, 'video', { type: 'NoText' })],
  left: 100,
  chosen: { image: PLAIN, video: PLAIN },
  provider: 'flow',
  seenPrices: [],
  makers: [{ provider: 'flow', needsPress: true, usual: {}, pace: { atOnce: 4, paceMs: 0 } }],
  afterImages: null,
};

describe('[L9] a batch that costs', () => {
  it('comes to what its tasks cost, each with a press', () => {
    expect(sumOf(BATCH)).toEqual({
      images: 1,
      videos: 2,
      again: 0,
      scenes: [1, 2],
      presses: 3,
      cost: 40,
      isTooDear: false,
      timeMs: null,
    });
    expect(sumOf(BATCH, 'image')).toMatchObject({ images: 1, videos: 0, scenes: [1], cost: 0 });
  });

  it('[L9] comes to as many outputs as each order makes', () => {
    const items = BATCH.items.map((each) => ({ ...each, chosen: { ...PLAIN, outputs: 2 } }));
    expect(sumOf({ ...BATCH, items })).toMatchObject({ presses: 3, cost: 80 });
  });

  it('has no sum where a price is not known, and is then never called too dear', () => {
    const items = BATCH.items.map((each) => ({ ...each, price: each.kind === 'image' ? 0 : null }));
    const unknown = { ...BATCH, items, left: 0 };
    expect(sumOf(unknown)).toMatchObject({ cost: null, isTooDear: false });
    expect(fittingScenes(unknown)).toEqual([]);
  });

  it('comes with another model to scenes × outputs × its price, and to nothing that is guessed', () => {
    const chosen = { image: PLAIN, video: { ...PLAIN, outputs: 2 } };
    const seenPrices = [{ kind: 'video', model: 'Veo 3.1 - Fast', price: 20 }] as const;
    const batch = { ...BATCH, chosen, seenPrices };
    const seen = { video: { mode: 'video', models: ['Veo 3.1 - Fast', 'New'], lengths: [] } } as const;
    const order = { kind: 'video', orders: 2, outputs: 2 };
    expect(modelOffers(batch, 'video', seen)).toEqual([
      { ...order, model: null, isChosen: true, price: null, lengths: [], oddLengths: [] },
      { ...order, model: 'Veo 3.1 - Fast', isChosen: false, price: 20, lengths: [8], oddLengths: [1, 2] },
      { ...order, model: 'New', isChosen: false, price: null, lengths: [], oddLengths: [] },
    ]);
    const paid = { ...batch, items: BATCH.items.map((each) => ({ ...each, isPaid: true })) };
    expect(modelOffers(paid, 'video', seen)).toEqual([]);
    expect(modelOffers({ ...batch, provider: 'animatic' }, 'video', seen)).toEqual([]);
  });

  it('[L19] names what is chosen even where the service has it no more; what is free with every model is free', () => {
    const image = { ...PLAIN, model: 'Gone' };
    const offers = modelOffers({ ...BATCH, chosen: { image, video: PLAIN } }, 'image', {});
    expect(offers.map(({ model, price }) => [model, price])).toContainEqual(['Gone', 0]);
    expect(offers.find(({ isChosen }) => isChosen)?.model).toBe('Gone');
  });

  it('counts presses, money and time of each maker, and tells apart what scenes have of their own', () => {
    const draft = { provider: 'animatic', isOwn: true, price: 0 } as const;
    const dear = { chosen: { ...PLAIN, model: 'Veo 3.1 - Quality' }, isOwn: true, price: 100 } as const;
    const items = [item(1, 'video'), { ...item(2, 'video'), ...draft }, { ...item(4, 'video'), ...dear }];
    const at = (provider: 'flow' | 'animatic', ms: number) =>
      ({
        provider,
        needsPress: provider === 'flow',
        usual: { video: ms },
        pace: { atOnce: 1, paceMs: 0 },
      }) as const;
    const batch = { ...BATCH, items, makers: [at('flow', 60_000), at('animatic', 5_000)] };
    expect(sumOf(batch)).toMatchObject({ videos: 3, presses: 2, cost: 120, timeMs: 120_000 });
    expect(
      linesOf(batch).map(({ provider, chosen, price, count }) => [provider, chosen.model, price, count]),
    ).toEqual([
      ['flow', null, 20, 1],
      ['animatic', null, 0, 1],
      ['flow', 'Veo 3.1 - Quality', 100, 1],
    ]);
    // The scene is 6 s long, that model's clips are 8.
    expect(linesOf(batch).map(({ oddLengths }) => oddLengths)).toEqual([[], [], [4]]);
    // Another model for the film is none for scenes with their own.
    expect(modelOffers(batch, 'video', {})[0]).toMatchObject({ orders: 1 });
  });

  it('offers the first scenes that the account has enough for', () => {
    const dear = { ...BATCH, left: 39 };
    expect(sumOf(dear).isTooDear).toBe(true);
    expect(fittingScenes(dear)).toEqual([1]);
    expect(fittingScenes({ ...BATCH, left: 19 })).toEqual([]);
  });

  it('[L8] neither presses nor pays again for what was paid', () => {
    const paid = { ...BATCH, items: BATCH.items.map((each) => ({ ...each, isPaid: true })) };
    expect(sumOf(paid)).toMatchObject({ videos: 2, presses: 0, cost: 0 });
  });

  it('says once why scenes cannot run, also where prompts are too long by different numbers', () => {
    const long = (characters: number): Fault => ({ type: 'PromptTooLong', characters, limit: 2_450 });
    const items = [item(1, 'video', long(2_500)), item(2, 'video', long(2_600)), item(3, 'video')];
    expect(groupFaults(items)).toEqual([{ fault: long(2_500), scenes: [1, 2] }]);
  });
});

describe('what the panel knows of Flow beforehand', () => {
  it('is what its page does', () => {
    expect(FLOW_CAPABILITIES.promptLimit).toBe(PROMPT_LIMIT);
  });

  it('counts white space once, as the page writes it', () => {
    const words = { prompt: `${'x '.repeat(1_225)}  \n`, description: '', title: '' };
    expect(tooLongFor(2_450, words)).toBeNull();
    expect(tooLongFor(2_448, words)).toMatchObject({ characters: 2_449 });
    expect(tooLongFor(null, words)).toBeNull();
  });
});

describe('what was spent', () => {
  it('is summed for the film and each scene, with what nobody has told apart', () => {
    const row = { provider: 'flow', unit: 'credits', larger: [], at: 0 } as const;
    const of = (index: number, asked: number, taken: number | 'unknown') =>
      ({ ...row, ...ids(index), asked, taken }) as const;
    const [spent] = spentOf([of(1, 20, 20), of(2, 20, 'unknown'), of(1, 20, 0)]);
    expect(spent?.film).toEqual({ orders: 3, taken: 20, untold: { orders: 1, asked: 20 } });
    expect(spent?.scenes.map(({ index, taken }) => [index, taken])).toEqual([
      [1, 20],
      [2, 0],
    ]);
    expect(spentOf([{ ...of(1, 0, 0), unit: 'none' }])).toEqual([]);
  });

  it('counts what made an output larger, where it took anything', () => {
    const row = { provider: 'flow', unit: 'credits', ...ids(1), asked: 20, taken: 20, at: 0 } as const;
    const [spent] = spentOf([{ ...row, larger: [0, 50, 'unknown'] }]);
    expect(spent?.film).toEqual({ orders: 3, taken: 70, untold: { orders: 1, asked: 0 } });
  });
});

function ids(index: number) {
  const half = (): number => 0.5;
  return {
    attemptId: newId('attempt', half),
    projectId: newId('project', half),
    sceneIndex: sceneIndex(index),
  };
}
