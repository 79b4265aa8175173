import { useEffect, useState, type RefObject } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';

/** Less of a card than this is not seen. */
const SEEN_PX = 40;
/** The list mounts what it has scrolled to a moment later. */
const MOUNTED_MS = 150;

/**
 * Whether a scene's card is out of sight in the list, a row, which has no room to say it all, or not in it at all;
 * false where there is no scene.
 */
export function useOffScreen(scroller: RefObject<HTMLElement | null>, index: SceneIndex | null): boolean {
  const [isOff, setOff] = useState(false);
  useEffect(() => {
    const shown = scroller.current;
    if (index === null || shown === null) return setOff(false);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => setOff(!isSeen(shown, index));
    const lookSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        look();
      }, MOUNTED_MS);
    };
    look();
    lookSoon();
    const sizes = new ResizeObserver(lookSoon);
    sizes.observe(shown);
    // A row opens into a card, and the list mounts other scenes.
    const cards = new MutationObserver(lookSoon);
    cards.observe(shown, { childList: true, subtree: true });
    shown.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      if (timer !== null) clearTimeout(timer);
      sizes.disconnect();
      cards.disconnect();
      shown.removeEventListener('scroll', lookSoon);
    };
  }, [scroller, index]);
  return isOff;
}

/** The banner that stands for it covers the top, so that its own coming and going changes nothing. */
function isSeen(scroller: HTMLElement, index: SceneIndex): boolean {
  const card = scroller.querySelector(`.card[data-scene="${index}"]`)?.getBoundingClientRect();
  if (card === undefined) return false;
  const { top, bottom } = scroller.getBoundingClientRect();
  const covered = scroller.querySelector('.armed-banner')?.getBoundingClientRect().height ?? 0;
  return card.bottom > top + covered + SEEN_PX && card.top < bottom - SEEN_PX;
}
