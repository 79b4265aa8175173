import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWake } from '../../lib/platform/wake.ts';

const START = 1_000_000;
const browser = vi.hoisted(() => ({
  alarm: null as number | null,
  rings: null as ((alarm: { name: string }) => void) | null,
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    alarms: {
      create: (_name: string, { when }: { when: number }) => void (browser.alarm = when),
      clear: () => void (browser.alarm = null),
      onAlarm: { addListener: (heard: (alarm: { name: string }) => void) => (browser.rings = heard) },
    },
    runtime: { getPlatformInfo: () => Promise.resolve({}) },
  },
}));

/** In how many ms the alarm rings; null where there is none. */
const alarmIn = (): number | null => (browser.alarm === null ? null : browser.alarm - Date.now());

describe('[L10] the wake', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
    browser.alarm = null;
  });
  afterEach(() => void vi.useRealTimers());

  it('has an alarm behind it from the start, until it is known that nothing is due', () => {
    const wake = createWake(() => undefined, Date.now);
    expect(alarmIn()).toBe(30_000);
    wake.set(null);
    expect(alarmIn()).toBeNull();
  });

  it('has an alarm behind it while what was due is looked at', () => {
    const run = vi.fn<() => void>();
    const wake = createWake(run, Date.now);
    wake.set(Date.now() + 2_000);
    vi.advanceTimersByTime(2_000);
    expect(run).toHaveBeenCalledTimes(1);
    expect(alarmIn()).toBe(30_000);
    wake.set(null);
    expect(alarmIn()).toBeNull();
  });

  it('has the next alarm behind it once an alarm has rung', () => {
    const run = vi.fn<() => void>();
    createWake(run, Date.now).set(Date.now() + 60_000);
    expect(alarmIn()).toBe(60_000);
    vi.advanceTimersByTime(60_000);
    // As in Chrome: an alarm that has rung is gone.
    browser.alarm = null;
    browser.rings?.({ name: 'wake' });
    expect(run).toHaveBeenCalledTimes(1);
    expect(alarmIn()).toBe(30_000);
  });

  it('[L15] rings once for what was due once', () => {
    const run = vi.fn<() => void>();
    createWake(run, Date.now).set(Date.now() + 2_000);
    vi.advanceTimersByTime(29_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
