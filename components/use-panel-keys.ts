import { useEffect, useRef } from 'react';

/** What the panel's keys do; null where a key means nothing now. */
export interface PanelKeys {
  /** `/` opens Go to scene. */
  readonly onFind: (() => void) | null;
  /** Ctrl+Z or ⌘Z takes the last edit back. */
  readonly onUndo: (() => void) | null;
  /** Ctrl+Shift+Z, Ctrl+Y or ⌘⇧Z brings back what was taken back last. */
  readonly onRedo: (() => void) | null;
}

/** Hears the panel's keys, but for where somebody writes or a dialog is open. */
export function usePanelKeys(keys: PanelKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isTaken(event.target)) return;
      const run = meantBy(event, newest.current);
      if (run === null) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

function meantBy({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, keys: PanelKeys): (() => void) | null {
  if (key === '/') return keys.onFind;
  if (!ctrlKey && !metaKey) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? keys.onRedo : keys.onUndo;
    case 'y':
      return ctrlKey ? keys.onRedo : null;
    default:
      return null;
  }
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
