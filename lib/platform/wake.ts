import browser from 'webextension-polyfill';

const ALARM = 'wake';
/**
 * The shortest alarm that a packed extension gets; rounded up in every build, so that tests meet what users meet.
 * Source: https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
const SHORTEST_ALARM_MS = 30_000;
/** A worker is stopped after 30 s without an extension call. */
const STAY_AWAKE_MS = 20_000;

/** The one wake of the background (L15). */
export interface Wake {
  /** Sets when to run next, in the engine's time; null for never. Replaces what was set before. */
  set(at: number | null): void;
  /** Keeps the worker awake while a step is in hand. */
  setBusy(busy: boolean): void;
}

/**
 * Makes the wake. Due in under 30 s, or with a step in hand, the worker stays awake and the alarm stands behind it
 * in case it dies; later it is the alarm alone. Alarms are lost with an update or a crash, and one that has rung is
 * gone: from each start and each ring on, one stands until `set` says what comes next (L10).
 */
export function createWake(run: () => void, clock: () => number): Wake {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let awake: ReturnType<typeof setInterval> | null = null;
  let isBusy = false;
  let dueAt: number | null = null;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) ring();
  });

  const apply = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const wait = dueAt === null ? null : Math.max(0, dueAt - clock());
    if (wait !== null && wait < SHORTEST_ALARM_MS) timer = setTimeout(ring, wait);
    setAlarm(isBusy ? 0 : wait);
    const stays = isBusy || timer !== null;
    if (stays) awake ??= setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS);
    else if (awake !== null) {
      clearInterval(awake);
      awake = null;
    }
  };
  const ring = (): void => {
    timer = null;
    dueAt = null;
    setAlarm(0);
    run();
  };

  setAlarm(0);
  return {
    set: (at) => {
      dueAt = at;
      apply();
    },
    setBusy: (busy) => {
      if (busy === isBusy) return;
      isBusy = busy;
      apply();
    },
  };
}

/** Sets the one alarm `wait` ms from now, rounded up; null clears it. */
function setAlarm(wait: number | null): void {
  if (wait === null) void browser.alarms.clear(ALARM);
  else void browser.alarms.create(ALARM, { when: Date.now() + Math.max(wait, SHORTEST_ALARM_MS) });
}
