// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePage, type FakePage } from './fake-page.ts';
import type { Tile } from './page-state.ts';
import { startPolling } from './poll.ts';
import { queuedTile } from './tile-changes.ts';

const record = (cell: unknown) => [
  'm',
  'p',
  'w',
  'CAE',
  null,
  [[1], 'x', null, null, null, null, [], null, cell],
];

function polled(cell: unknown, changes = {}): FakePage {
  const fake = fakePage(changes, (rpcid) => ({
    type: 'ok',
    payload: rpcid === 'jwpduf' ? [null, 1040, [record(cell)]] : [],
  }));
  const tile: Tile = { ...queuedTile('video', 'x'), key: 'k', mediaId: 'm', workflowId: 'w' };
  fake.page.store.set({ tiles: [tile] });
  startPolling(fake.page);
  return fake;
}

const calls = ({ calls: all }: FakePage, rpcid: string) => all.filter((one) => one.rpcid === rpcid);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: true, json: () => Promise.resolve([]) }));
});
afterEach(() => vi.useRealTimers());

describe("the page's own poll", () => {
  it('asks every five seconds for what is open, and for nothing else', async () => {
    const fake = polled([2]);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(calls(fake, 'jwpduf')).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_200);
    expect(calls(fake, 'jwpduf').map(({ inner }) => inner)).toEqual(
      Array.from({ length: 3 }, () => [null, null, [['m']]]),
    );
    expect(calls(fake, 'as29s')).toEqual([]);
  });

  it.each([
    [{ asksForFinishedClips: true }, 1],
    [{}, 0],
  ])('asks for the address of a finished clip, or leaves it: %j', async (changes, asked) => {
    const fake = polled([3], changes);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fake.page.store.get().tiles[0]?.state).toBe('done');
    expect(calls(fake, 'jwpduf')).toHaveLength(1);
    expect(calls(fake, 'as29s')).toHaveLength(asked);
  });

  it('shows a failure in words, and waits on where a medium is only not found', async () => {
    const status = [3, 'no', [['type.googleapis.com/PublicAitkError', [12]]]];
    const failed = polled([4, status]);
    const missing = polled([4, [null, 'Media not found.'], ['Media not found.']]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(failed.page.store.get().tiles[0]?.failure).toContain('prominent people');
    expect(missing.page.store.get().tiles[0]?.state).toBe('pending');
  });
});
