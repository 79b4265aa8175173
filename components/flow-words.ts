import type { Chosen } from '../lib/domain/choices.ts';
import type { FlowState, ReadyOrder } from '../lib/domain/flow-state.ts';
import type { Kind } from '../lib/domain/scene.ts';
import type { Translate } from './words.tsx';

/** An amount of credits; nothing is free. */
export function creditWords(t: Translate, amount: number): string {
  return amount === 0 ? t('flow_free') : t('flow_credits', amount);
}

/** How many of a kind: `3 videos`. */
export function countWords(t: Translate, kind: Kind, count: number): string {
  return t(kind === 'video' ? 'videos' : 'images', count);
}

/** What stands ready, in one line: `Scene 5 · 1 video · 8 s · 20 credits`. */
export function readyWords(t: Translate, order: Omit<ReadyOrder, 'taskId' | 'projectId' | 'since'>): string {
  const { index, kind, lengthS, price, count } = order;
  return [
    t('scene', String(index)),
    countWords(t, kind, count),
    ...(lengthS === null ? [] : [t('seconds', String(lengthS))]),
    price === null ? t('batch_priceUntold') : creditWords(t, price),
  ].join(' · ');
}

/** What orders of a kind are made with: `Veo 3.1 - Fast · 8 s · 2 takes per order`; what is left to Flow is said so. */
export function chosenWords(t: Translate, { model, clipLengthS, outputs }: Chosen, kind: Kind): string {
  return [
    model ?? t('choice_own'),
    ...(kind === 'image' || clipLengthS === null ? [] : [t('seconds', String(clipLengthS))]),
    ...(outputs === 1 ? [] : [t('batch_takesEach', String(outputs))]),
  ].join(' · ');
}

/** What there is to say of Flow beside how it stands. */
export function flowFacts(t: Translate, { credits, atWork, ready }: FlowState): readonly string[] {
  return [
    ...(credits === null ? [] : [t('flow_credits', credits)]),
    ...(atWork === 0 ? [] : [t('flow_atWork', String(atWork))]),
    ...(ready === null ? [] : [t('flow_readyScene', String(ready.index))]),
  ];
}
