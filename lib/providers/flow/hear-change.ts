import * as v from 'valibot';
import type { Arming, HandChange } from '../../domain/task.ts';
import type { Standing } from '../../engine/ports.ts';
import type { ArmedOrder } from './compare-order.ts';
import { armedOrderSchema } from './flow-facts.ts';
import { promptKey } from './page/prompt-key.ts';
import type { ChangeReport } from './page/report.ts';

/**
 * How an order stands that a hand has changed on its page; null where the report is not about it. An emptied composer
 * is none: Flow empties it after a press where it is set so.
 */
export function hearChange(said: ChangeReport, standing: Standing | null): Arming | null {
  const order = v.safeParse(armedOrderSchema, standing?.arming.facts);
  if (standing === null || !order.success || order.output.documentId !== said.documentId) return null;
  if (said.prompt.trim() === '' && order.output.prompt.trim() !== '') return null;
  const { arming } = standing;
  return { ...arming, price: said.price ?? arming.price, hand: handOf(said, order.output, arming.hand) };
}

function handOf(
  { prompt, lengthS, count }: ChangeReport,
  order: ArmedOrder,
  before: HandChange | null,
): HandChange | null {
  const isOwn = promptKey(prompt) === promptKey(order.prompt);
  const isSet = (lengthS ?? order.lengthS) === order.lengthS && (count ?? order.count) === order.count;
  if (isOwn && isSet) return null;
  return { prompt: isOwn ? null : prompt, isUsed: !isOwn && before?.isUsed === true, lengthS, count };
}

/** The order as the user wants it: with his prompt where he said so, and as many outputs as he has set. */
export function orderByHand(order: ArmedOrder, hand: HandChange | null): ArmedOrder {
  if (hand === null) return order;
  const prompt = hand.isUsed && hand.prompt !== null ? hand.prompt : order.prompt;
  return { ...order, prompt, count: hand.count ?? order.count };
}
