/**
 * Time as the test holds it: it stands still until it is advanced. Jobs run by `elapsed`; stamps and addresses carry
 * `wall`, which alone can jump.
 */
export interface HeldClock {
  elapsed(): number;
  wall(): number;
  advance(ms: number): void;
  setJump(ms: number): void;
}

export function holdClock(startAt: number): HeldClock {
  let elapsed = 0;
  let jump = 0;
  return {
    elapsed: () => elapsed,
    wall: () => startAt + elapsed + jump,
    advance: (ms) => {
      elapsed += ms;
    },
    setJump: (ms) => {
      jump = ms;
    },
  };
}

/** A stamp of the wire: seconds and nanoseconds. */
export function stamp(wall: number): readonly [seconds: number, nanos: number] {
  return [Math.floor(wall / 1000), (wall % 1000) * 1_000_000];
}
