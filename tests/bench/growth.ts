/** The sizes of store at which growth is measured, in tasks. */
export const SIZES = [10, 100, 1_000, 10_000] as const;

/**
 * How a cost grows with a size: the `k` of `cost = a · size^k`, fitted by least squares over the logarithms. 0 is the
 * same at every size, 1 is in step with it.
 */
export function growthExponent(sizes: readonly number[], costs: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), costs.map(Math.log)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const slope = x.reduce((sum, at, i) => sum + (at - meanX) * ((y[i] ?? Number.NaN) - meanY), 0);
  return slope / x.reduce((sum, at) => sum + (at - meanX) ** 2, 0);
}

/** The growth law in words, such as `n^0.02, 10 to 10,000`. */
export function growthLaw(sizes: readonly number[], costs: readonly number[]): string {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const k = growthExponent(sizes, costs);
  return `n^${k.toFixed(2)} from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
}

/** Costs at their sizes as a table has them, such as `10: 0.91 · 100: 0.92 ms`. */
export function atSizes(sizes: readonly number[], costs: readonly number[], unit: string): string {
  const each = sizes.map((size, at) => `${size.toLocaleString('en')}: ${costs[at]?.toFixed(2) ?? '–'}`);
  return `${each.join(' · ')} ${unit}`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
