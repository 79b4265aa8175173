import { useEffect, useRef } from 'react';

/** What the panel's keys do; null where a key means nothing now. */
export interface PanelKeys {
  /** `/` opens Go to scene. */
  readonly onFind: (() => void) | null;
  /** Ctrl+Z or ⌘Z takes the last edit back. */
  readonly onUndo: (() => void) | null;
}

/** Hears the panel's keys, but for where somebody writes or a dialog is open. */
export function usePanelKeys(keys: PanelKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isTaken(event.target)) return;
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const run = event.key === '/' ? newest.current.onFind : isUndo ? newest.current.onUndo : null;
      if (run === null) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
