import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Whether an element fills the screen, and a way to change it. */
export function useFullScreen(element: RefObject<HTMLElement | null>): readonly [boolean, () => void] {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = (): void =>
      setFull(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [element]);
  const change = useCallback(() => {
    // A browser that allows no full screen leaves the picture as it is.
    if (document.fullscreenElement === null) element.current?.requestFullscreen().catch(() => undefined);
    else void document.exitFullscreen();
  }, [element]);
  return [isFull, change];
}
