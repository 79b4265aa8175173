import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type * as Bench from './in-page/bench.ts';
import { text, type RawBrowser } from './raw-browser.ts';

type Name = keyof typeof Bench;
type Call<N extends Name> = (typeof Bench)[N];

/** A page of an extension, in which the product’s own store and engine run over the browser’s own IndexedDB. */
export class BenchPage {
  readonly #browser: RawBrowser;
  readonly #session: string;

  private constructor(browser: RawBrowser, session: string) {
    this.#browser = browser;
    this.#session = session;
  }

  /** Opens a page of the extension that shows nothing and runs nothing of its own. */
  static async open(browser: RawBrowser, extension: string): Promise<BenchPage> {
    const url = `chrome-extension://${extension}/manifest.json`;
    const targetId = text(await browser.send('Target.createTarget', { url }), 'targetId');
    const page = new BenchPage(browser, await browser.attach(targetId));
    await page.#loaded(url);
    await page.evaluate(await bundled());
    return page;
  }

  send(method: string, params: object = {}): Promise<unknown> {
    return this.#browser.send(method, params, this.#session);
  }

  async evaluate(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const answer = Object(await this.send('Runtime.evaluate', asked));
    const thrown: unknown = Reflect.get(answer, 'exceptionDetails');
    if (thrown !== undefined) throw new Error(`In the page: ${JSON.stringify(thrown)}`);
    return Reflect.get(Object(Reflect.get(answer, 'result')), 'value');
  }

  /** Calls a function of `in-page/bench.ts` there; what it takes and answers travels as JSON. */
  async call<N extends Name>(name: N, ...args: Parameters<Call<N>>): Promise<Awaited<ReturnType<Call<N>>>> {
    const given = args.map((arg) => JSON.stringify(arg)).join();
    return (await this.evaluate(`bench.${name}(${given})`)) as Awaited<ReturnType<Call<N>>>;
  }

  async #loaded(url: string): Promise<void> {
    while ((await this.evaluate('document.readyState + location.href')) !== `complete${url}`);
  }
}

let bundling: Promise<string> | null = null;

/** The code of `in-page/`, with what it takes of the product packed as the product packs it. */
function bundled(): Promise<string> {
  bundling ??= bundle();
  return bundling;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page/bench.ts', import.meta.url));
  const lib = { entry, name: 'bench', formats: ['iife' as const] };
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, lib },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const [chunk] = first !== undefined && 'output' in first ? first.output : [];
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built.');
  return chunk.code;
}
