// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closesOverlays, closeTop, listenForEscape, openOverlay } from './overlays.ts';
import { toast } from './toasts.ts';

const panes = () => document.querySelectorAll('.cdk-overlay-pane').length;
const escape = (target: EventTarget) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));

function openOne(): void {
  openOverlay(document.createElement('flow-prompt-box-settings'), { hasBackdrop: true });
}

listenForEscape();
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('overlays', () => {
  it('leave a backdrop behind after Escape, which eats the next press', () => {
    const pressed = vi.fn<() => void>();
    const below = document.createElement('button');
    below.addEventListener('click', pressed);
    document.body.append(below);
    openOne();
    escape(document.body);
    expect([panes(), document.querySelectorAll('.cdk-overlay-backdrop').length]).toEqual([0, 1]);
    expect(document.querySelector('.cdk-overlay-backdrop-showing')).toBeNull();
    below.click();
    expect(pressed).not.toHaveBeenCalled();
    below.click();
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('stay at Escape inside the prompt, and go at a press on it', () => {
    const prompt = document.createElement('div');
    prompt.className = 'ProseMirror';
    closesOverlays(prompt);
    document.body.append(prompt);
    openOne();
    escape(prompt);
    expect(panes()).toBe(1);
    prompt.click();
    expect(panes()).toBe(0);
  });

  it('hold toasts too, which nothing closes but time', () => {
    toast('1 item moved to trash');
    expect([panes(), closeTop(false)]).toEqual([1, false]);
    vi.advanceTimersByTime(5_000);
    expect(panes()).toBe(0);
  });
});
