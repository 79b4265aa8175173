import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../lib/messages/rpc.ts';

const browser = vi.hoisted(() => ({ isThere: false, hears: false, made: 0, loaded: (): void => undefined }));

vi.mock('../../lib/platform/messaging.ts', () => ({
  sendTo: () => (browser.hears ? Promise.resolve('answer') : Promise.reject(new Error('nobody listens'))),
}));

const MESSAGE: Message = { to: 'offscreen', call: 'renderState', args: [] };

describe('the offscreen document', () => {
  beforeEach(() => {
    vi.resetModules();
    Object.assign(browser, { isThere: false, hears: false, made: 0 });
    vi.stubGlobal('chrome', {
      runtime: {
        ContextType: { OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT' },
        getContexts: () => Promise.resolve(browser.isThere ? [{}] : []),
      },
      offscreen: {
        Reason: { BLOBS: 'BLOBS', WORKERS: 'WORKERS', AUDIO_PLAYBACK: 'AUDIO_PLAYBACK' },
        // As in Chrome: it is listed at once, and hears messages once it has loaded.
        createDocument: () => {
          browser.made++;
          browser.isThere = true;
          return new Promise<void>((resolve) => {
            browser.loaded = () => {
              browser.hears = true;
              resolve();
            };
          });
        },
      },
    });
  });

  it('is waited for by everybody while it loads, and made once', async () => {
    const { sendToOffscreen } = await import('../../lib/platform/offscreen.ts');
    const first = sendToOffscreen(MESSAGE);
    await expect.poll(() => browser.made).toBe(1);
    const others = Promise.allSettled([sendToOffscreen(MESSAGE), sendToOffscreen(MESSAGE)]);
    // Whoever does not wait has tried and tried again by now.
    await new Promise((resolve) => setImmediate(resolve));
    browser.loaded();
    const answered = { status: 'fulfilled', value: 'answer' };
    expect(await others).toEqual([answered, answered]);
    expect(await first).toBe('answer');
    expect(browser.made).toBe(1);
  });

  it('is not made where it is there', async () => {
    Object.assign(browser, { isThere: true, hears: true });
    const { sendToOffscreen } = await import('../../lib/platform/offscreen.ts');
    expect(await sendToOffscreen(MESSAGE)).toBe('answer');
    expect(browser.made).toBe(0);
  });
});
