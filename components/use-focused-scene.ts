import { useEffect, useState } from 'react';
import { isSceneIndex, type SceneIndex } from '../lib/domain/ids.ts';

/**
 * The scene that holds the focus; null where none does. It is heard on the document: a button that disappears with
 * its press takes the focus along and tells its own card nothing.
 */
export function useFocusedScene(): SceneIndex | null {
  const [focused, setFocused] = useState<SceneIndex | null>(null);
  useEffect(() => {
    const hear = ({ target }: FocusEvent): void => {
      const item = target instanceof Element ? target.closest('[data-scene]') : null;
      const index = Number(item?.getAttribute('data-scene'));
      setFocused(isSceneIndex(index) ? index : null);
    };
    document.addEventListener('focusin', hear);
    return () => document.removeEventListener('focusin', hear);
  }, []);
  return focused;
}
