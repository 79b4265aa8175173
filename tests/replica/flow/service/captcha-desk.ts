import type { CaptchaAction, MintRequest } from '../contract.ts';
import { newToken, newUuid, wholeNumber, type Chance } from './chance.ts';
import type { HeldClock } from './held-clock.ts';
import { parseJson, type Json } from './json.ts';

/** Tokens live about two minutes. Source: captures of the page, Sept–Oct 2026. */
export const TOKEN_LIFE_MS = 120_000;

interface IssuedToken {
  readonly action: CaptchaAction;
  readonly trusted: boolean;
  readonly at: number;
  isUsed: boolean;
}

export type Verdict = 'genuine' | 'untrusted' | 'replayed' | 'stale' | 'forged';

export interface CaptchaDesk {
  /** The nonce of one load of the script. */
  newNonce(): string;
  /** Answers a mint; whoever does not come from the page's own closure gets a poisoned token. */
  mint(body: string): { readonly token: string; readonly isFromPage: boolean };
  /** Uses a token up. */
  check(token: string | null, action: CaptchaAction): Verdict;
}

function isAction(value: Json | undefined): value is CaptchaAction {
  return value === 'IMAGE_GENERATION' || value === 'VIDEO_GENERATION' || value === 'UPLOAD';
}

function readMint(body: string): MintRequest | null {
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || !('action' in value)) return null;
  const { action, load, press, trusted } = value;
  if (!isAction(action) || typeof load !== 'string' || typeof press !== 'string') return null;
  return typeof trusted === 'boolean' ? { action, load, press, trusted } : null;
}

/** Issues and checks tokens as the captcha and the service do between them. */
export function openCaptchaDesk(chance: Chance, clock: HeldClock): CaptchaDesk {
  const loads = new Set<string>();
  const issued = new Map<string, IssuedToken>();
  const verdictOn = (known: IssuedToken, action: CaptchaAction): Verdict => {
    if (known.isUsed) return 'replayed';
    if (known.action !== action) return 'forged';
    if (clock.elapsed() - known.at > TOKEN_LIFE_MS) return 'stale';
    // A picture may come in by a drop or a paste that a script made; a generation may not.
    return known.trusted || action === 'UPLOAD' ? 'genuine' : 'untrusted';
  };
  return {
    newNonce: () => {
      const nonce = newUuid(chance);
      loads.add(nonce);
      return nonce;
    },
    mint: (body) => {
      const token = `0cAFcWeA${newToken(chance, wholeNumber(chance, 2442, 2502))}`;
      const request = readMint(body);
      if (request === null || !loads.has(request.load)) return { token, isFromPage: false };
      issued.set(token, { ...request, at: clock.elapsed(), isUsed: false });
      return { token, isFromPage: true };
    },
    check: (token, action) => {
      const known = token === null ? undefined : issued.get(token);
      if (known === undefined) return 'forged';
      const verdict = verdictOn(known, action);
      known.isUsed = true;
      return verdict;
    },
  };
}
