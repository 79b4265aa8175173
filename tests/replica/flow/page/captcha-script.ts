import { CAPTCHA_RELOAD, type CaptchaAction, type Mint, type MintRequest } from '../contract.ts';

/**
 * Where the page waits for the genuine mint. The captcha script hands it over once and takes the place away, so that
 * nobody who comes later finds it.
 */
export const MINT_SLOT = '__flow_mint_slot';

/** What the script does when it runs in the page; written as a function so that the compiler reads it too. */
function runCaptcha(reload: string, load: string, slot: string): void {
  const presses = new WeakMap<Event, string>();
  const pressOf = (press: Event): string => {
    const known = presses.get(press) ?? crypto.randomUUID();
    presses.set(press, known);
    return known;
  };
  const ask = async (body: object): Promise<string> => {
    const reply = await fetch(reload, { method: 'POST', body: JSON.stringify(body) });
    const answer = (await reply.json()) as { readonly token: string };
    return answer.token;
  };
  const mint: Mint = (action: CaptchaAction, press: Event) => {
    const request: MintRequest = { action, load, press: pressOf(press), trusted: press.isTrusted };
    return ask(request);
  };
  const page = window as unknown as Record<string, unknown>;
  const take = page[slot];
  delete page[slot];
  if (typeof take === 'function') take(mint);
  // Whoever asks here is no part of the page: its token is marked, and the service counts it.
  page['grecaptcha'] = {
    enterprise: {
      ready: (then: () => void) => then(),
      execute: () => ask({ action: 'extension_hijack_detected' }),
    },
  };
}

/** The text of the captcha's script, with the nonce of its load. Source: captures of the page, Sept–Oct 2026. */
export function captchaScript(nonce: string): string {
  const values = [CAPTCHA_RELOAD, nonce, MINT_SLOT].map((value) => JSON.stringify(value));
  return `(${runCaptcha.toString()})(${values.join(', ')});`;
}
