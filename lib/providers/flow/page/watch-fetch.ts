import { quietly } from './quietly.ts';
import { replaceMethod } from './replace-method.ts';
import type { Watch, WatchRequest } from './traffic.ts';
import { formOf } from './watch-xhr.ts';

/**
 * Sees what `fetch` sends and gets, as a spare: the page has sent by XMLHttpRequest alone so far. The page gets the
 * very promise that it would have; a copy of an answer is read only where the request is worth a report.
 */
export function watchFetch(page: object, watch: WatchRequest): boolean {
  return replaceMethod(page, 'fetch', (fetch) => {
    return function (this: unknown, ...args: unknown[]): unknown {
      const watched = quietly(() => watch(urlOf(args[0]), () => formOf(bodyOf(args[1])))) ?? null;
      const answer = Reflect.apply(fetch, this as never, args as never[]);
      if (watched !== null) quietly(() => follow(answer, watched));
      return answer;
    };
  });
}

function follow(answer: unknown, watch: Watch): void {
  watch.sent();
  if (!(answer instanceof Promise)) return;
  answer
    .then(async (response: Response) => {
      const copy = response.clone();
      watch.answered(await copy.text(), copy.status);
    })
    .catch((reason: unknown) => quietly(() => watch.lost(isAbort(reason) ? 'abort' : 'error')));
}

function urlOf(target: unknown): unknown {
  if (target instanceof URL) return target.href;
  return target instanceof Request ? target.url : target;
}

function bodyOf(options: unknown): unknown {
  return typeof options === 'object' && options !== null && 'body' in options ? options.body : null;
}

function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError';
}
