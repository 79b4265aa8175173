/** The Flow page as the driver has it: its document, and time from outside (L20). */
export interface FlowPage {
  readonly document: Document;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Rejects when the signal ends it. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends whatever is under way on the page. */
  readonly signal: AbortSignal;
}

/** How long a setting may take to show: `aria-checked` comes about 500 ms late. Source: captures of Sept 2026. */
export const HOLD_MS = 4_000;
const LOOK_EVERY_MS = 100;

/** Looks again and again until there is something; null when it did not come in time. Throws only when ended. */
export async function until<T>(
  page: FlowPage,
  look: () => T | null,
  forMs: number = HOLD_MS,
): Promise<T | null> {
  const deadline = page.now() + forMs;
  for (;;) {
    page.signal.throwIfAborted();
    const seen = look();
    if (seen !== null || page.now() >= deadline) return seen;
    await page.sleep(LOOK_EVERY_MS, page.signal);
  }
}

/** Waits until a condition holds; whether it did in time. */
export async function untilTrue(
  page: FlowPage,
  holds: () => boolean,
  forMs: number = HOLD_MS,
): Promise<boolean> {
  return (await until(page, () => (holds() ? true : null), forMs)) ?? false;
}
