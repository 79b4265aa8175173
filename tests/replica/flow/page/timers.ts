/**
 * A tab that was hidden for a minute lets timers that call each other go once a minute. Single ones go once a second
 * while it is hidden; back in front they are as they were, and it is there that an order is prepared.
 */
const CHAINED_MS = 58_000;
let areThrottled = false;

/** From now on what the page repeats goes as in a tab that was hidden for more than a minute. */
export function throttleTimers(): void {
  areThrottled = true;
}

/** All waiting of the page goes through here, as the real page's goes through its zone. */
export function later(ms: number, then: () => void, isChained = false): () => void {
  const timer = setTimeout(then, areThrottled && isChained ? CHAINED_MS : ms);
  return () => clearTimeout(timer);
}
