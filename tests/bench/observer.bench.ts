import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { BenchPage } from './bench-page.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { RawBrowser } from './raw-browser.ts';
import { hold, lowerQuartile } from './table.ts';

/** What the observer may take of the page for a message, in ms. */
const MESSAGE_MS = 2;

describe('the observer in Flow’s page', () => {
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

  it('takes little of the page for a message', async () => {
    const { whole } = await page.call('observerTimes', 5_000, 100, 20);
    const [ours, bare] = [lowerQuartile(whole.ours), lowerQuartile(whole.bare)];
    const cost = Math.max(ours - bare, 0);
    hold({
      name: 'observer, by message of 5 kB',
      measured: `${cost.toFixed(3)} ms`,
      baseline: `${MESSAGE_MS} ms; the message itself: ${bare.toFixed(2)} ms`,
      ratio: cost / MESSAGE_MS,
      budget: 1,
    });
  });

  it.each([
    [1, 20],
    [20, 5],
  ])('lets the page have an answer of %i MB as soon as without it', async (megabytes, rounds) => {
    const { untilRead, whole } = await page.call('observerTimes', megabytes * 1_000_000, 1, rounds);
    const [ours, bare] = [lowerQuartile(untilRead.ours), lowerQuartile(untilRead.bare)];
    const [allOurs, allBare] = [lowerQuartile(whole.ours), lowerQuartile(whole.bare)];
    hold({
      name: `a page has read an answer of ${megabytes} MB, observed`,
      measured: `${ours.toFixed(1)} ms; all is done after ${allOurs.toFixed(1)} ms`,
      baseline: `without the observer: ${bare.toFixed(1)} ms; ${allBare.toFixed(1)} ms`,
      ratio: ours / bare,
      budget: 1.1,
    });
  });
});
