import { useEffect, useRef, type RefObject } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Choice } from './use-choice.ts';
import { isTaken } from './use-panel-keys.ts';

/** While scenes are chosen, Ctrl+A or ⌘A chooses all that the list shows. */
export function useChooseAll(choice: Choice, shown: RefObject<readonly SceneIndex[]>): void {
  const newest = useRef(choice);
  newest.current = choice;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
      const { scenes, set } = newest.current;
      if (!isAll || scenes === null || isTaken(event.target)) return;
      event.preventDefault();
      set([...new Set([...scenes, ...shown.current])]);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [shown]);
}
