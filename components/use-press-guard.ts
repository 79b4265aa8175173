import { useRef } from 'react';

/** Longer than a double press takes, shorter than reading the words that stand there afterwards. */
const GUARD_MS = 600;

/** What a press tells of itself: when it was, in ms. */
export type Press = Pick<Event, 'timeStamp'>;

/**
 * Guards buttons that change their meaning or their place with a press: the second press of a double one is not meant
 * for what stands under the pointer by then. Answers whether a press at a time (its event's stamp, in ms) is meant.
 */
export function usePressGuard(): (timeStamp: number) => boolean {
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  return (timeStamp) => {
    const isMeant = timeStamp - pressedAt.current >= GUARD_MS;
    if (isMeant) pressedAt.current = timeStamp;
    return isMeant;
  };
}
