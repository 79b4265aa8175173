import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendToTab } from '../../lib/platform/flow-tabs.ts';

const sendMessage = vi.hoisted(() => vi.fn<(tab: number, message: unknown) => Promise<unknown>>());
vi.mock('webextension-polyfill', () => ({ default: { tabs: { sendMessage } } }));

const asking = (call: string) => sendToTab(7)({ to: 'flowPage', call, args: [] });

describe('a page of Flow that is asked', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers', async () => {
    sendMessage.mockResolvedValueOnce({ ok: true, value: null });
    expect(await asking('release')).toEqual({ ok: true, value: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['look', 30_000],
    ['isReady', 5_000],
    ['release', 5_000],
    ['prepare', 600_000],
  ])('[L13] and is frozen counts as unreachable after a while: %s', async (call, ms) => {
    sendMessage.mockReturnValueOnce(new Promise(() => undefined));
    const answer = asking(call).then(String, String);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe(`Error: The page does not answer ${call}.`);
  });
});
