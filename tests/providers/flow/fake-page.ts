import { randomUUID } from 'node:crypto';
import type { PageWindow } from '../../../lib/providers/flow/page/observer.ts';

/** What the service answers to a body; `error` and the like where it does not. */
export type Serve = (
  url: string,
  body: unknown,
) => { status: number; text: string } | 'error' | 'abort' | 'timeout';

/** A request as a browser has it, as far as a page can see, without a network. */
export function fakeXhr(serve: Serve): typeof XMLHttpRequest {
  class FakeXhr extends EventTarget {
    readyState = 0;
    status = 0;
    responseText = '';
    responseType = '';
    response: unknown = '';
    onload: ((event: Event) => void) | null = null;
    #url = '';
    #isSent = false;
    open(method: string, url: string | URL): void {
      if (method === 'TRACE') throw new DOMException('Forbidden method.', 'SecurityError');
      this.#url = String(url);
      this.#isSent = false;
      this.readyState = 1;
      [this.status, this.responseText] = [0, ''];
    }
    send(body?: unknown): void {
      if (this.readyState !== 1 || this.#isSent) throw new DOMException('Not opened.', 'InvalidStateError');
      this.#isSent = true;
      const served = serve(this.#url, body);
      queueMicrotask(() => this.#end(served));
    }
    #end(served: ReturnType<Serve>): void {
      this.readyState = 4;
      if (typeof served === 'string') {
        this.dispatchEvent(new Event(served));
      } else {
        this.status = served.status;
        if (this.responseType === 'arraybuffer') this.response = new TextEncoder().encode(served.text).buffer;
        else this.responseText = served.text;
        const load = new Event('load');
        this.onload?.(load);
        this.dispatchEvent(load);
      }
      // Opened again by who heard of the load, it has no end of the first any more.
      if (this.readyState === 4) this.dispatchEvent(new Event('loadend'));
    }
  }
  return FakeXhr as unknown as typeof XMLHttpRequest;
}

/** A document with a main world of its own. */
export interface FakePage extends PageWindow {
  XMLHttpRequest: typeof XMLHttpRequest;
  fetch: typeof fetch;
  /** Sends a body as the page does and waits for its end; answers what the page saw. */
  sends(url: string, body: unknown): Promise<{ status: number; text: string; ended: string }>;
}

/** Opens a page whose service answers as told. */
export function openPage(serve: Serve, now = () => 1_790_000_000_000): FakePage {
  const page: FakePage = {
    document: {},
    XMLHttpRequest: fakeXhr(serve),
    crypto: { randomUUID },
    Date: { now },
    setTimeout: (run, ms) => setTimeout(run, ms),
    fetch: (target, options) => {
      const served = serve(target instanceof Request ? target.url : target.toString(), options?.body);
      if (typeof served !== 'string')
        return Promise.resolve(new Response(served.text, { status: served.status }));
      return Promise.reject(
        served === 'abort' ? new DOMException('Aborted.', 'AbortError') : new TypeError('Failed'),
      );
    },
    sends: (url, body) =>
      new Promise((resolve) => {
        const xhr = new page.XMLHttpRequest();
        let ended = 'load';
        for (const type of ['error', 'abort', 'timeout']) xhr.addEventListener(type, () => (ended = type));
        xhr.open('POST', url);
        xhr.addEventListener('loadend', () =>
          setTimeout(() => resolve({ status: xhr.status, text: xhr.responseText, ended })),
        );
        xhr.send(body as string);
      }),
  };
  return page;
}
