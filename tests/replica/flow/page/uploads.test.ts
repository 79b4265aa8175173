// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONSENT } from '../contract.ts';
import { fakePage, handPress } from './fake-page.ts';
import { at } from './records.ts';
import { upload } from './uploads.ts';

const fetched = vi.fn<(address: string) => Promise<object>>(() =>
  Promise.resolve({ ok: true, json: () => Promise.resolve([]) }),
);
const file = new File(['bytes'], 'king.png', { type: 'image/png' });
const reply = [
  ['media', 'project', 'flow', 'CAE', null, [[1]], [null, ['image/jpeg'], [300, 200]]],
  ['flow', null, null, ['king.png', [1], null, null, 'media'], 'project'],
];
const fake = (changes = {}) =>
  fakePage(changes, (rpcid) => ({ type: 'ok', payload: rpcid === 'maseQ' ? reply : [] }));
const agree = () =>
  document.querySelectorAll<HTMLElement>('mat-dialog-actions div.agree-actions-group button')[1];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no pictures here')));
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  fetched.mockClear();
  document.body.replaceChildren();
});

describe('an upload', () => {
  it('sends the bytes, and shows tile and chip', async () => {
    const { page, calls } = fake();
    await upload(page, file, new Event('paste'), 'start');
    expect(calls[0]?.rpcid).toBe('maseQ');
    expect([at(calls[0]?.inner, 1), at(calls[0]?.inner, 8)]).toEqual([btoa('bytes'), 'king.png']);
    expect(page.store.get().frames[0]).toMatchObject({ state: 'pending' });
    vi.runAllTimers();
    const { frames, tiles } = page.store.get();
    expect(frames[0]).toMatchObject({
      state: 'ready',
      picture: { mediaId: 'media', width: 300, height: 200 },
    });
    expect(tiles[0]).toMatchObject({ kind: 'upload', title: 'king.png', workflowId: 'flow' });
  });

  it('into the library attaches nothing', async () => {
    const { page } = fake();
    await upload(page, file, new Event('drop'), null);
    expect(page.store.get()).toMatchObject({ frames: [null, null], chips: [] });
  });

  it('is never sent for an account without credits', async () => {
    const { page, calls } = fake();
    page.store.set({ credits: 0 });
    await upload(page, file, new Event('paste'), 'start');
    expect(calls).toEqual([]);
  });

  it('waits until a hand has accepted the rights dialog', async () => {
    const { page, calls } = fake({ consentOnFirstUpload: true });
    const ended = upload(page, file, new Event('paste'), 'start');
    agree()?.click();
    await Promise.resolve();
    expect([calls, fetched.mock.calls]).toEqual([[], []]);
    agree()?.dispatchEvent(handPress());
    await ended;
    expect(fetched.mock.calls[0]?.[0]).toBe(CONSENT);
    expect(calls[0]?.rpcid).toBe('maseQ');
  });
});
