import { useEffect, useRef } from 'react';

/** What the panel's keys do; null where a key means nothing now. */
export interface PanelKeys {
  /** `/` opens Go to scene. */
  readonly onFind: (() => void) | null;
  /** `c` begins to choose scenes. */
  readonly onChoose: (() => void) | null;
  /** Escape ends choosing. */
  readonly onEnd: (() => void) | null;
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
  const isWithControl = ctrlKey || metaKey;
  switch (key.toLowerCase()) {
    case '/':
      return keys.onFind;
    case 'c':
      return isWithControl ? null : keys.onChoose;
    case 'escape':
      return keys.onEnd;
    case 'z':
      if (!isWithControl) return null;
      return shiftKey ? keys.onRedo : keys.onUndo;
    case 'y':
      return ctrlKey ? keys.onRedo : null;
    default:
      return null;
  }
}

/** Whether a key belongs to something else: a dialog, a menu that it closes, or a text. */
export function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open') !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement;
}
