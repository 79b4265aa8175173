import { describe, expect, it } from 'vitest';
import { atSizes, growthExponent, growthLaw, SIZES } from './growth.ts';

describe('the growth law of a bench', () => {
  it.each([
    [0, () => 3],
    [1, (size: number) => size / 100],
    [2, (size: number) => size ** 2],
  ])('finds n^%i', (k, cost) => {
    expect(growthExponent(SIZES, SIZES.map(cost))).toBeCloseTo(k, 6);
  });

  it('is said with its range and with what was measured', () => {
    const costs = [1, 1, 1, 1];
    expect(growthLaw(SIZES, costs)).toBe('n^0.00 from 10 to 10,000');
    expect(atSizes(SIZES, costs, 'ms')).toBe('10: 1.00 · 100: 1.00 · 1,000: 1.00 · 10,000: 1.00 ms');
  });
});
