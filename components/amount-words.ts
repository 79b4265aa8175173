import type { CostUnit } from '../lib/domain/capabilities.ts';
import { creditWords } from './flow-words.ts';
import type { Translate } from './words.tsx';

/** An amount in the unit that it is counted in: `20 credits`, `$0.40`; what costs nothing is free. */
export function amountWords(t: Translate, amount: number, unit: CostUnit): string {
  return unit === 'USD' && amount > 0 ? `$${amount.toFixed(2)}` : creditWords(t, amount);
}
