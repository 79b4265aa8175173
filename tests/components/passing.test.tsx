// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useIsPassing } from '../../components/use-passing.ts';

const FRAME_MS = 16;

/** A list that is scrolled by so many pixels in each frame. */
function openList() {
  const shown = document.createElement('main');
  let at = 1_000;
  const scroller = { current: shown };
  const { result } = renderHook(() => useIsPassing(scroller));
  const scroll = (...steps: readonly number[]): boolean => {
    for (const step of steps) {
      shown.scrollTop += step;
      at += FRAME_MS;
      const event = Object.defineProperty(new Event('scroll'), 'timeStamp', { value: at });
      act(() => void shown.dispatchEvent(event));
    }
    return result.current;
  };
  return { scroll, isPassing: () => result.current };
}

describe('a list that is scrolled', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs past where it is flicked along, and is calm soon after', () => {
    const { scroll, isPassing } = openList();
    expect(scroll(90, 90, 90)).toBe(true);
    act(() => void vi.advanceTimersByTime(99));
    expect(isPassing()).toBe(true);
    act(() => void vi.advanceTimersByTime(1));
    expect(isPassing()).toBe(false);
  });

  it('is read while it is scrolled by a wheel, and where it jumps to a scene', () => {
    expect(openList().scroll(30, 30, 30, 30)).toBe(false);
    const { scroll } = openList();
    scroll(10);
    expect(scroll(20_000)).toBe(false);
    expect(scroll(10, 10)).toBe(false);
  });
});
