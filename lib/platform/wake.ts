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
 * Makes the wake. Due in under 30 s the worker stays awake with one timer, the alarm behind it in case it dies;
 * later it is the alarm alone. Alarms are lost with an update or a crash, so each start makes its own again (L10).
 */
export function createWake(run: () => void, clock: () => number): Wake {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBusy = false;
  let awake: ReturnType<typeof setInterval> | null = null;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) run();
  });

  const stayAwake = (): void => {
    const needed = isBusy || timer !== null;
    if (needed) awake ??= setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS);
    else if (awake !== null) {
      clearInterval(awake);
      awake = null;
    }
  };

  return {
    set: (at) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (at === null) void browser.alarms.clear(ALARM);
      else {
        const wait = Math.max(0, at - clock());
        browser.alarms.create(ALARM, { when: Date.now() + Math.max(wait, SHORTEST_ALARM_MS) });
        if (wait < SHORTEST_ALARM_MS) {
          timer = setTimeout(() => {
            timer = null;
            stayAwake();
            run();
          }, wait);
        }
      }
      stayAwake();
    },
    setBusy: (busy) => {
      isBusy = busy;
      stayAwake();
    },
  };
}
