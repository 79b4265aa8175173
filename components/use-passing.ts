import { useEffect, useState, type RefObject } from 'react';

/** What moves faster than this is not read: a row of 57 px is seen for a few frames. */
const FAST_PX_PER_MS = 2;
/** From the last fast step on until it counts as calm. */
const CALM_MS = 100;

/**
 * Whether a list runs past faster than anybody reads. To read each scene that flies by would fill the memory with what
 * is thrown away at once, and collecting that costs frames. One long step alone is a jump to where somebody wants to be.
 */
export function useIsPassing(scroller: RefObject<HTMLElement | null>): boolean {
  const [isPassing, setPassing] = useState(false);
  useEffect(() => {
    const shown = scroller.current;
    if (shown === null) return;
    let last = { top: shown.scrollTop, at: 0, isFast: false };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = ({ timeStamp: at }: Event): void => {
      const top = shown.scrollTop;
      const isFast = Math.abs(top - last.top) > FAST_PX_PER_MS * (at - last.at);
      if (isFast && last.isFast) {
        setPassing(true);
        clearTimeout(timer);
        timer = setTimeout(() => setPassing(false), CALM_MS);
      }
      last = { top, at, isFast };
    };
    shown.addEventListener('scroll', look, { passive: true });
    return () => {
      shown.removeEventListener('scroll', look);
      clearTimeout(timer);
    };
  }, [scroller]);
  return isPassing;
}
