import { quietly } from './quietly.ts';
import { replaceMethod } from './replace-method.ts';
import type { Watch, WatchRequest } from './traffic.ts';

type Lost = Parameters<Watch['lost']>[0];
type Opened = { readonly url: unknown };

const ENDS = ['error', 'abort', 'timeout', 'loadend'] as const;

/**
 * Sees what requests of this kind send and get. Each call goes on to what stood there before with the same `this`
 * and arguments, and its answer or exception comes back as it is; nothing is changed, held or sent again.
 */
export function watchXhr(prototype: XMLHttpRequest, watch: WatchRequest): boolean {
  const opened = new WeakMap<object, Opened>();
  const hasOpen = replaceMethod(prototype, 'open', (open) => {
    return function (this: XMLHttpRequest, ...args: unknown[]): unknown {
      const answer = Reflect.apply(open, this, args);
      quietly(() => opened.set(this, { url: args[1] instanceof URL ? args[1].href : args[1] }));
      return answer;
    };
  });
  const hasSend = replaceMethod(prototype, 'send', (send) => {
    return function (this: XMLHttpRequest, ...args: unknown[]): unknown {
      const begun = quietly(() => begin(this, args[0], opened, watch)) ?? null;
      let isSent = false;
      try {
        const answer = Reflect.apply(send, this, args);
        isSent = true;
        return answer;
      } finally {
        if (begun !== null) quietly(() => (isSent ? begun.watch.sent() : begun.forget()));
      }
    };
  });
  return hasOpen && hasSend;
}

interface Begun {
  readonly watch: Watch;
  forget(): void;
}

function begin(
  xhr: XMLHttpRequest,
  body: unknown,
  opened: WeakMap<object, Opened>,
  watchRequest: WatchRequest,
): Begun | null {
  const request = opened.get(xhr);
  const watch = request === undefined ? null : watchRequest(request.url, () => formOf(body));
  if (watch === null) return null;
  const forget = whenEnded(xhr, (how) => {
    if (how !== null) return watch.lost(how);
    // Opened again meanwhile, it holds nothing of this answer any more.
    const isSame = opened.get(xhr) === request;
    watch.answered(isSame ? textOf(xhr) : '', isSame ? xhr.status : 0);
  });
  return { watch, forget };
}

/** Calls once when a request ended, after the page was told, with how it failed; answers what stops that. */
function whenEnded(xhr: XMLHttpRequest, ended: (how: Lost | null) => void): () => void {
  let how: Lost | null = null;
  const onEnd = ({ type }: Event): void => {
    if (type === 'loadend') {
      forget();
      quietly(() => ended(how));
    } else {
      how = type === 'error' || type === 'abort' ? type : 'timeout';
    }
  };
  const forget = (): void => ENDS.forEach((end) => xhr.removeEventListener(end, onEnd));
  for (const end of ENDS) xhr.addEventListener(end, onEnd);
  return forget;
}

/** The form that a body is; null where it is none. */
export function formOf(body: unknown): string | null {
  if (typeof body === 'string') return body;
  const field = body instanceof URLSearchParams ? body.get('f.req') : null;
  return field === null ? null : `f.req=${encodeURIComponent(field)}`;
}

function textOf(xhr: XMLHttpRequest): string {
  if (xhr.responseType === '' || xhr.responseType === 'text') return xhr.responseText;
  const { response } = xhr;
  return response instanceof ArrayBuffer ? new TextDecoder().decode(response) : '';
}
