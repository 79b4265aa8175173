import { setTimeout as wait } from 'node:timers/promises';
import { BenchPage } from './bench-page.ts';
import type { RawBrowser } from './raw-browser.ts';

/** Between the stop of a worker and the next message, so that the stop itself is over. */
const QUIET_MS = 60;

/** The worker of one extension, asked from a page of it. No debugger is attached unless its heap is weighed. */
export class WorkerProbe {
  readonly page: BenchPage;
  readonly extension: string;
  readonly #browser: RawBrowser;

  private constructor(browser: RawBrowser, extension: string, page: BenchPage) {
    this.#browser = browser;
    this.extension = extension;
    this.page = page;
  }

  static async load(browser: RawBrowser, folder: string): Promise<WorkerProbe> {
    const extension = await browser.loadExtension(folder);
    const page = await BenchPage.open(browser, extension);
    await page.send('ServiceWorker.enable');
    // One that is stopped in its first start is forgotten by the browser.
    await page.evaluate(`(async () => {
      const isActive = ({ active }) => active?.state === 'activated';
      while (!(await navigator.serviceWorker.getRegistrations()).some(isActive));
    })()`);
    return new WorkerProbe(browser, extension, page);
  }

  async isRunning(): Promise<boolean> {
    return (await this.#browser.workersOf(this.extension)).length > 0;
  }

  async stop(): Promise<void> {
    await this.page.send('ServiceWorker.stopAllWorkers');
    while (await this.isRunning());
    await wait(QUIET_MS);
  }

  /** Milliseconds from a message to a worker that is stopped to its answer. */
  async firstAnswerMs(message: object): Promise<number> {
    await this.stop();
    return this.answerMs(message);
  }

  /** Milliseconds from a message to its answer; throws where it is refused. */
  async answerMs(message: object): Promise<number> {
    const told = await this.page.evaluate(`(async () => {
      const from = performance.now();
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
      const took = performance.now() - from;
      return answer?.ok === true ? took : JSON.stringify(answer);
    })()`);
    if (typeof told !== 'number') throw new Error(`The worker answers ${String(told)}.`);
    return told;
  }

  /** Bytes that the running worker’s heap holds once all garbage is gone. */
  async heapBytes(): Promise<number> {
    const [target] = await this.#browser.workersOf(this.extension);
    if (target === undefined) throw new Error('No worker runs.');
    const session = await this.#browser.attach(target);
    await this.#browser.send('HeapProfiler.collectGarbage', {}, session);
    const usage = await this.#browser.send('Runtime.getHeapUsage', {}, session);
    await this.#browser.send('Target.detachFromTarget', { sessionId: session });
    return Number(Reflect.get(Object(usage), 'usedSize'));
  }

  /** When the alarms of the extension are due, in ms since the epoch. */
  async alarms(): Promise<readonly unknown[]> {
    const alarms = await this.page.evaluate('chrome.alarms.getAll()');
    return Array.isArray(alarms) ? alarms : [];
  }
}
