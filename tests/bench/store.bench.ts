import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { BenchPage } from './bench-page.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { atSizes, growthLaw, SIZES } from './growth.ts';
import { RawBrowser } from './raw-browser.ts';
import { hold, lowerQuartile } from './table.ts';

/** Most scenes of one film, and so the most that one command orders. */
const FILM_SIZES = [10, 100, 1_000, 2_000] as const;

describe('the store and the engine', () => {
  let browser: RawBrowser;
  let page: BenchPage;
  let folder = '';
  beforeAll(async () => {
    folder = writeEmptyExtension();
    browser = RawBrowser.launch();
    page = await BenchPage.open(browser, await browser.loadExtension(folder));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [5, 60],
    [20, 16],
  ])('saves a take of %i MB about as fast as bare bytes', async (megabytes, rounds) => {
    const times = await page.call('saveTimes', megabytes * 1_000_000, rounds);
    const [ours, bare] = [lowerQuartile(times.ours), lowerQuartile(times.bare)];
    const rate = (ms: number): string => `${((megabytes / ms) * 1_000).toFixed(0)} MB/s`;
    hold({
      name: `rate of saving a take of ${megabytes} MB`,
      measured: `${rate(ours)} (${ours.toFixed(1)} ms)`,
      baseline: `SHA-256 and a bare put: ${rate(bare)} (${bare.toFixed(1)} ms)`,
      ratio: bare / ours,
      budget: { atLeast: 0.9 },
    });
  });

  describe('at every size of queue', () => {
    beforeAll(() => page.call('fillStores', SIZES));

    it('claims the next task', async () => {
      const times = await page.call('claimTimes', SIZES, 40, 5);
      holdGrowth('claim of the next task of 10,000', SIZES, times.map(lowerQuartile));
    });

    it('brings a task from its claim to its take', async () => {
      const times = await page.call('stepTimes', SIZES, 12, 3);
      holdGrowth('claim to stored take with 10,000 tasks', SIZES, times.map(lowerQuartile));
    });
  });

  it('makes and orders a film', async () => {
    const { make, order } = await page.call('orderTimes', FILM_SIZES, 6);
    holdGrowth('importing a film of 2,000 scenes, by scene', FILM_SIZES, make.map(lowerQuartile), 1.5);
    holdGrowth('Generate all of 2,000 scenes, by scene', FILM_SIZES, order.map(lowerQuartile), 1.5);
  });
});

/** Holds the cost at the last size against the cost at 100. */
function holdGrowth(name: string, sizes: readonly number[], costs: readonly number[], budget = 1.2): void {
  const [base, last] = [costs[sizes.indexOf(100)] ?? Number.NaN, costs.at(-1) ?? Number.NaN];
  hold({
    name,
    measured: `${last.toFixed(2)} ms`,
    baseline: `with 100: ${base.toFixed(2)} ms`,
    ratio: last / base,
    budget,
    law: `${growthLaw(sizes, costs)} (${atSizes(sizes, costs, 'ms')})`,
  });
}
