/** A clock that only sleeping moves: whatever was due by then happens first. */
export interface FixtureClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly after: (ms: number, act: () => void) => void;
}

export function createClock(): FixtureClock {
  let now = 1_000_000;
  let due: Array<{ readonly at: number; readonly act: () => void }> = [];
  return {
    now: () => now,
    after: (ms, act) => void due.push({ at: now + ms, act }),
    sleep: async (ms, signal) => {
      const until = now + ms;
      for (;;) {
        const [next] = due.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = Math.max(now, until);
      // Answers of ports and observers of the page come between two sleeps.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}
