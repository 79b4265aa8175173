import { describe, expect, it, vi } from 'vitest';
import { besideWindow } from '../../lib/platform/studio-window.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const LAPTOP = { left: 0, top: 0, width: 1366, height: 728 };

describe('the studio’s window', () => {
  it('leaves the left edge of a window in sight that fills a small laptop’s screen', () => {
    expect(besideWindow(LAPTOP, LAPTOP)).toEqual({ left: 120, top: 0, width: 1246, height: 728 });
  });

  it('is no larger than a comparison needs, and stands at the right', () => {
    const screen = { left: 0, top: 0, width: 3840, height: 2100 };
    expect(besideWindow(screen, screen)).toEqual({ left: 2240, top: 550, width: 1600, height: 1000 });
  });

  it('stands at the left of a window that has no room at its right', () => {
    const other = { left: 960, top: 0, width: 960, height: 1040 };
    const screen = { left: 0, top: 0, width: 1920, height: 1040 };
    expect(besideWindow(other, screen)).toMatchObject({ left: 0, width: 1380 });
  });

  it('stays on the screen that it is opened on', () => {
    const screen = { left: 1920, top: 40, width: 1280, height: 700 };
    expect(besideWindow(screen, screen)).toEqual({ left: 2040, top: 40, width: 1160, height: 700 });
  });

  it('is never larger than the screen', () => {
    const screen = { left: 0, top: 0, width: 800, height: 500 };
    expect(besideWindow(screen, screen)).toEqual({ left: 0, top: 0, width: 800, height: 500 });
  });
});
