// @vitest-environment happy-dom
import { runInThisContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CAPTCHA_RELOAD } from '../contract.ts';
import { captchaScript, MINT_SLOT } from './captcha-script.ts';
import { handPress } from './fake-page.ts';
import { waitForMint } from './mint.ts';

const fetched = vi.fn<(address: string, options: { readonly body: string }) => Promise<object>>(() =>
  Promise.resolve({ json: () => Promise.resolve({ token: 'T' }) }),
);
vi.stubGlobal('fetch', fetched);
const bodies = () => fetched.mock.calls.map(([, { body }]) => JSON.parse(body) as Record<string, unknown>);

function load(nonce: string): void {
  runInThisContext(captchaScript(nonce));
}

afterEach(() => fetched.mockClear());

describe('the captcha script', () => {
  it('hands the genuine mint over once, and leaves nothing of it', async () => {
    const mint = waitForMint();
    load('nonce-1');
    expect(MINT_SLOT in window).toBe(false);
    const press = handPress();
    expect(await mint('VIDEO_GENERATION', press)).toBe('T');
    await mint('VIDEO_GENERATION', press);
    const [first, second] = bodies();
    expect(fetched.mock.calls[0]?.[0]).toBe(CAPTCHA_RELOAD);
    expect(first).toMatchObject({ action: 'VIDEO_GENERATION', load: 'nonce-1', trusted: true });
    expect(second?.['press']).toBe(first?.['press']);
  });

  it('leaves a public execute that marks whoever calls it', async () => {
    load('nonce-2');
    const { grecaptcha } = window as unknown as {
      readonly grecaptcha: {
        readonly enterprise: { readonly execute: (key: string, of: object) => Promise<string> };
      };
    };
    await grecaptcha.enterprise.execute('key', { action: 'VIDEO_GENERATION' });
    expect(bodies()).toEqual([{ action: 'extension_hijack_detected' }]);
  });
});
