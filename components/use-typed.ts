import { useCallback, useEffect, useRef, useState } from 'react';

const STORE_AFTER_MS = 500;

/** A text that is being typed: what a field shows, and what it calls. */
export interface Typed {
  readonly text: string;
  readonly isStored: boolean;
  change(text: string): void;
  /** Stores what was typed now. */
  flush(): void;
}

/**
 * Keeps what is typed over a stored text until it is read back, and stores it 500 ms after the last key, when the field
 * is left, and when it goes away. `store` answers whether it was stored.
 */
export function useTyped(stored: string, store: (text: string) => Promise<boolean>): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const newest = useRef({ typed, stored, store });
  newest.current = { ...newest.current, stored, store };
  /** What is on its way and was not read back yet. */
  const sent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const put = useCallback((text: string | null) => {
    newest.current = { ...newest.current, typed: text };
    setTyped(text);
  }, []);
  useEffect(() => {
    if (newest.current.typed !== stored) return;
    sent.current = null;
    put(null);
  }, [stored, put]);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const now = newest.current;
    if (now.typed === null || now.typed === sent.current) return;
    if (now.typed === now.stored && sent.current === null) return put(null);
    sent.current = now.typed;
    void now.store(now.typed).then((isStored) => {
      // What was refused stays, and is tried again when the field is left.
      if (!isStored) sent.current = null;
    });
  }, [put]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const change = (text: string): void => {
    put(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, STORE_AFTER_MS);
  };
  return { text: typed ?? stored, isStored: typed === null, change, flush };
}
