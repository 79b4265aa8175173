import { useEffect, useState } from 'react';
import { background } from '../page/live-store.ts';

/** Longer than a background takes to start on a slow machine. */
const ANSWER_MS = 5_000;
const LOOK_AGAIN_MS = 2_000;
const MOST_SILENT = 4;

/**
 * Wakes the background as the panel opens, and tells whether there is none. Chromium may start it in the middle of a
 * reload or an update where the extension's API is missing (`chrome` had `loadTimes` and `csi` alone, seen on
 * 2026-11-28 in one of some twenty reloads at work): its script throws, the registration is dropped, and nothing but a
 * restart of the extension brings it back. One that is only slow is waited for.
 */
export function useLostBackground(): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let silent = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      if (await answers()) return setLost(false);
      silent++;
      setLost(silent >= MOST_SILENT);
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }, []);
  return isLost;
}

async function answers(): Promise<boolean> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS));
  const answer = await Promise.race([background.ready(), late]);
  return answer !== null && (answer.ok || answer.fault.type !== 'Unreachable');
}
