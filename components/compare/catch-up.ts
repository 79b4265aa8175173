import type { Player } from './play-in-step.ts';

/*
 * Two players keep the same pace; what parts them are their beginnings and stalls. A reading of where one is may be some
 * hundredths of a second wrong, and a player loses a little with each change of its speed: so several readings are
 * waited for, and what they say is made up for at once, in one burst of another speed.
 */

/** Readings that are looked at together; the middle one counts. */
const READINGS = 7;
/** Closer than this, in seconds, is together: less than a third of a frame. */
const NEAR_S = 0.012;
/** How long a burst is to last, in seconds. */
const BURST_S = 0.3;
/** How much faster or slower a burst is at most; more would be seen and heard. */
const MOST_CHANGE = 0.3;

/** Keeps one player beside the one that leads; is told of each reading, in seconds ahead and ms of the clock. */
export function catchUp(player: Player): (aheadS: number, speed: number, nowMs: number) => void {
  let readings: number[] = [];
  let until: number | null = null;
  return (aheadS, speed, nowMs) => {
    if (until !== null && nowMs < until) return;
    if (until !== null) {
      player.playbackRate = speed;
      until = null;
      readings = [];
      return;
    }
    readings.push(aheadS);
    if (readings.length < READINGS) return;
    const [middle = 0] = readings.toSorted((a, b) => a - b).slice(Math.floor(READINGS / 2));
    readings.shift();
    if (Math.abs(middle) < NEAR_S) return;
    const change = Math.max(-MOST_CHANGE, Math.min(MOST_CHANGE, middle / (speed * BURST_S)));
    player.playbackRate = speed * (1 - change);
    until = nowMs + (middle / (speed * change)) * 1000;
  };
}
