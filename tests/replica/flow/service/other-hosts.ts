import { CAPTCHA_RELOAD, CAPTCHA_SCRIPT } from '../contract.ts';
import type { FlowHost } from './flow-host.ts';
import {
  readBody,
  send,
  sendBeginning,
  sendBytes,
  sendErrorPage,
  sendJson,
  type Exchange,
} from './http-parts.ts';
import { posterOf, servedClip } from './media-bytes.ts';
import { mediumOf, type World } from './world.ts';

/** https://flow-content.google: signed, without cookies, with ranges, and without a word that lets pages read it. */
export async function answerContent(world: World, exchange: Exchange): Promise<void> {
  const [, kind, mediaId = ''] = exchange.url.pathname.split('/');
  const medium = mediumOf(world, mediaId);
  if (medium === null || (kind !== 'image' && kind !== 'video')) return sendErrorPage(exchange, 404);
  if (!world.links.holds(kind, mediaId, exchange.url.searchParams)) return sendErrorPage(exchange, 403);
  if (world.switches.mediaHangs) return sendBeginning(exchange, await posterOf(world, medium));
  if (kind === 'image') return sendBytes(exchange, 'image/jpeg', await posterOf(world, medium));
  return sendBytes(exchange, 'video/mp4', await servedClip(world, medium));
}

const CORS = { 'access-control-allow-origin': 'https://flow.google.com' };

/** https://www.google.com/recaptcha: the script, each time with a nonce of its own, and the mint. */
export async function answerCaptcha({ world, page }: FlowHost, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const address = `https://www.google.com${url.pathname}`;
  if (address === CAPTCHA_SCRIPT) {
    const script = page.captchaScript(world.captcha.newNonce());
    return send(exchange, 200, 'text/javascript; charset=utf-8', script);
  }
  // The browser's own calls of this host are none of ours.
  if (!url.pathname.startsWith('/recaptcha/')) return sendErrorPage(exchange, 404);
  if (address !== CAPTCHA_RELOAD) return send(exchange, 204, 'text/plain', '', CORS);
  const { token, isFromPage } = world.captcha.mint(await readBody(request));
  if (!isFromPage) world.counters.captchaFromOutside += 1;
  return sendJson(exchange, { token }, CORS);
}

const OLD_PAGE = /^\/fx(?:\/[^/]+)?\/tools\/flow/;

/** https://labs.google: the old page has moved, what it called is gone. Source: seen from 2026-09-14 on. */
export function answerLabs({ switches, counters }: World, exchange: Exchange): void {
  const { pathname, search } = exchange.url;
  if (!OLD_PAGE.test(pathname)) {
    if (pathname !== '/favicon.ico') counters.legacyCalls += 1;
    return sendErrorPage(exchange, 404);
  }
  const rest = pathname.replace(OLD_PAGE, '') || '/';
  const moved = `https://flow.google.com${rest}${search}`;
  if (switches.labsRedirect === 'http-308') return send(exchange, 308, 'text/html', '', { location: moved });
  const script = `<!doctype html><title>Flow</title><script>location.replace(${JSON.stringify(moved)})</script>`;
  return send(exchange, 200, 'text/html; charset=utf-8', script);
}

/** https://aisandbox-pa.googleapis.com: switched off; nobody may call it. */
export function answerOldService({ counters }: World, exchange: Exchange): void {
  counters.legacyCalls += 1;
  const error = {
    code: 401,
    message: 'Request had invalid authentication credentials.',
    status: 'UNAUTHENTICATED',
  };
  send(exchange, 401, 'application/json; charset=utf-8', JSON.stringify({ error }));
}
