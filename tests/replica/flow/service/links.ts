import { createHmac } from 'node:crypto';
import { newToken, type Chance } from './chance.ts';
import type { HeldClock } from './held-clock.ts';

/** Signed addresses hold about six hours. Source: captures of the page, Sept–Oct 2026. */
export const LINK_LIFE_S = 21_600;

export type LinkKind = 'image' | 'video';

export interface Links {
  /** The signed address of a medium; `isExpired` gives one whose time has passed. */
  sign(kind: LinkKind, mediaId: string, isExpired: boolean): string;
  /** Whether path and query were signed here, for this kind, and still hold. */
  holds(kind: LinkKind, mediaId: string, query: URLSearchParams): boolean;
  /** The path of a thumbnail: another one at every asking, and it names nothing. */
  thumb(mediaId: string): string;
  thumbOf(token: string): string | null;
}

export function openLinks(chance: Chance, clock: HeldClock): Links {
  const secret = newToken(chance, 32);
  const thumbs = new Map<string, string>();
  const signature = (kind: LinkKind, mediaId: string, expires: string): string =>
    createHmac('sha1', secret).update(`${kind}/${mediaId}/${expires}`).digest('base64url');
  const now = (): number => Math.floor(clock.wall() / 1000);
  return {
    sign: (kind, mediaId, isExpired) => {
      const expires = String(now() + (isExpired ? -1 : LINK_LIFE_S));
      const signed = `KeyName=labs-flow-prod-cdn-key&Signature=${signature(kind, mediaId, expires)}`;
      return `https://flow-content.google/${kind}/${mediaId}?Expires=${expires}&${signed}`;
    },
    holds: (kind, mediaId, query) => {
      const expires = query.get('Expires') ?? '';
      return query.get('Signature') === signature(kind, mediaId, expires) && Number(expires) > now();
    },
    thumb: (mediaId) => {
      const token = newToken(chance, 48);
      thumbs.set(token, mediaId);
      return `/asb/${token}`;
    },
    thumbOf: (token) => thumbs.get(token) ?? null,
  };
}
