// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPAQUE, UNTRUSTED_PRESS } from '../contract.ts';
import type { Switches } from '../switches.ts';
import { readyChip } from './chips.ts';
import { fakePage, handPress, picture, typed, type FakePage } from './fake-page.ts';
import { pressRetry, pressStart } from './submit.ts';
import { at, listAt } from './records.ts';

const SUBMITS = ['ogiZ0b', 'YhhmEf', 'eb1hJf', 'nprQif', 'MZZa6b'];
const fetched = vi.fn<(address: string) => Promise<object>>(() =>
  Promise.resolve({ ok: true, json: () => Promise.resolve([]) }),
);

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.clearAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

function refusing(changes: Partial<Switches> = {}): FakePage {
  const isSubmit = (rpcid: string) => SUBMITS.includes(rpcid);
  return fakePage(changes, (rpcid) =>
    isSubmit(rpcid) ? { type: 'refused', code: 7, reason: '49' } : { type: 'ok', payload: [] },
  );
}

describe('a press of Start', () => {
  it('by a script is counted and does nothing more', async () => {
    const { page, calls, mints } = fakePage();
    typed(page, 'a fox');
    await pressStart(page, new Event('click'));
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([UNTRUSTED_PRESS]);
    expect([calls, mints]).toEqual([[], []]);
    expect(page.store.get().parts).not.toEqual([]);
  });

  it('by a script is an order where the account takes it, and counted all the same', async () => {
    const { page, calls } = fakePage({ syntheticClickAccepted: true });
    typed(page, 'a fox');
    await pressStart(page, new Event('click'));
    expect(fetched.mock.calls[0]?.[0]).toBe(UNTRUSTED_PRESS);
    expect(calls.map(({ rpcid }) => rpcid)).toContain('YhhmEf');
  });

  it('by a hand sends one order and empties the composer', async () => {
    const { page, calls, mints } = fakePage();
    typed(page, ' a fox ');
    const press = handPress();
    await pressStart(page, press);
    expect(mints).toEqual([press]);
    expect(calls.filter(({ rpcid }) => SUBMITS.includes(rpcid))).toHaveLength(1);
    expect(at(calls[0]?.inner, 0, 0, 0)).toEqual([null, null, [[['a fox']]]]);
    expect(at(calls[0]?.inner, 0, 0, 1)).toBe('abra_t2v_6s');
    expect(page.store.get()).toMatchObject({ parts: [], isReady: false });
  });

  it('that lands twice sends two orders of one press', async () => {
    const { page, calls, mints } = fakePage({ clickLandsTwice: true });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(calls.filter(({ rpcid }) => rpcid === 'YhhmEf')).toHaveLength(2);
    expect(new Set(mints).size).toBe(1);
  });

  it('without words does nothing', async () => {
    const { page, calls } = fakePage();
    await pressStart(page, handPress());
    expect(calls).toEqual([]);
  });

  it.each([
    ['both frames', {}, 1280, 'nprQif'],
    ['no frame where the page drops them', { referencesDropped: true }, 1280, 'YhhmEf'],
    ['no frame in the mobile layout', {}, 900, 'YhhmEf'],
    ['a name of a later build', { renamedRpcids: { nprQif: 'xP4mUd' } }, 1280, 'xP4mUd'],
  ] as const)('sends %s', async (_, changes, width, rpcid) => {
    const { page, calls } = fakePage(changes);
    page.store.set({ frames: [readyChip(picture('one')), readyChip(picture('two'))], width });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(calls[0]?.rpcid).toBe(rpcid);
  });

  it('leaves what the account wants to keep', async () => {
    const { page } = fakePage({ clearOnSubmit: 'text' });
    page.store.set({ frames: [readyChip(picture('one')), null] });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(page.store.get().parts).toEqual([]);
    expect(page.store.get().frames[0]?.title).toBe('one');
  });

  it('shows a refusal on the tile, in the words of the account', async () => {
    const { page } = refusing({ locale: 'vi' });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(page.store.get().tiles[0]).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('bất thường'),
    });
  });

  it('takes the frames away where it is refused', async () => {
    const { page } = refusing({ clearOnSubmit: 'nothing' });
    page.store.set({ frames: [readyChip(picture('one')), null] });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(page.store.get()).toMatchObject({ frames: [null, null], isReady: true });
  });

  it('on Retry orders one output again, if a hand did it', async () => {
    const { page, calls } = refusing();
    page.store.set({ settings: { ...page.store.get().settings, count: 2 } });
    typed(page, 'a fox');
    await pressStart(page, handPress());
    const [tile] = page.store.get().tiles;
    if (tile === undefined) throw new Error('There is no tile.');
    expect(await pressRetry(page, tile, new Event('click'))).toBe(false);
    expect(await pressRetry(page, tile, handPress())).toBe(true);
    const orders = calls.filter(({ rpcid }) => rpcid === 'YhhmEf');
    expect(orders.map(({ inner }) => listAt(inner, 0).length)).toEqual([2, 1]);
  });

  it('in a shape that nobody knows still shows its tile', async () => {
    const payload = [
      null,
      1040,
      [],
      [['m', 'p', 'w', 'CAE', null, [[1], 'x', null, null, null, null, [], null, [6]]]],
    ];
    const { page, calls } = fakePage({ opaqueSubmits: true }, (rpcid) => ({
      type: 'ok',
      payload: rpcid === 'YhhmEf' ? [OPAQUE, JSON.stringify(payload)] : [],
    }));
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(at(calls[0]?.inner, 0)).toBe(OPAQUE);
    expect(page.store.get().tiles[0]).toMatchObject({ mediaId: 'm', state: 'queued' });
  });

  it('names on its tile what an empty reply does not', async () => {
    const { page } = fakePage({ submitReply: 'empty' }, () => ({ type: 'ok', payload: [null, 1050] }));
    typed(page, 'a fox');
    await pressStart(page, handPress());
    expect(page.store.get().tiles[0]?.failure).toContain('policies on harmful content');
  });
});
