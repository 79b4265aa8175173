/** Those who wait for a store that the browser may close at any time. */
export interface Closings {
  /** What the work comes to; throws as a closed store does once it is told, for some of what it held never answers. */
  orClosed<T>(work: Promise<T>): Promise<T>;
  /** The browser closed the store. */
  tell(): void;
}

/** Makes them for one connection. */
export function createClosings(): Closings {
  const waiting = new Set<(error: DOMException) => void>();
  return {
    orClosed: (work) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        work.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
    tell: () => {
      for (const reject of waiting) reject(new DOMException('The browser closed the store.', 'AbortError'));
      waiting.clear();
    },
  };
}

/**
 * Tells whether the browser closed the store under a transaction, which then wrote nothing. Chromium also says
 * `UnknownError: Connection is closing because of: …`, as seen in it on 2026-11-27.
 * Source: https://www.w3.org/TR/IndexedDB/#closing-connection (forced)
 */
export function isClosedError(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === 'UnknownError') return error.message.startsWith('Connection is closing');
  return error.name === 'AbortError' || error.name === 'InvalidStateError';
}
