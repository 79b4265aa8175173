/** How long a script that was left behind goes on noting what the page sends, in ms: an update takes a moment. */
const LEFT_BEHIND_MS = 60_000;
const NEWER = 'retake:newer';
const LIFE = Symbol.for('retake.page');

/** The life of this script in its document. */
export interface ScriptLife {
  /** Ends what works on the page: the extension is gone. */
  readonly works: AbortSignal;
  /** Ends the script: it takes in nothing more. */
  readonly hears: AbortSignal;
  /** Looks whether the extension is still there; ends the work on the page where it is not. */
  check(): boolean;
}

/**
 * Begins the life of a script; null where this extension has one in the document already. An update leaves scripts
 * behind. Such a one takes its hands off the page, but notes what is sent until the next version's is there: a press in
 * between would be lost else.
 */
export function beginLife(document: Document, isAlive: () => boolean): ScriptLife | null {
  if (Reflect.get(globalThis, LIFE) !== undefined) return null;
  Object.defineProperty(globalThis, LIFE, { value: true, configurable: true });
  const works = new AbortController();
  const hears = new AbortController();
  const check = (): boolean => {
    if (isAlive()) return true;
    if (!works.signal.aborted) setTimeout(() => hears.abort(), LEFT_BEHIND_MS);
    works.abort();
    return false;
  };
  document.dispatchEvent(new CustomEvent(NEWER));
  // The page can say so too: only a script that is left behind believes it.
  const end = (): void => {
    if (!check()) hears.abort();
  };
  document.addEventListener(NEWER, end, { signal: hears.signal });
  return { works: works.signal, hears: hears.signal, check };
}
