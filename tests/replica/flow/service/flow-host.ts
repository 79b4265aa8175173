import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import { answerCall } from './answer-call.ts';
import { CONSENT, DOWNLOAD, LIBRARY, PAGE_SCRIPT, UNTRUSTED_PRESS, type ShellProps } from '../contract.ts';
import type { Documents } from './documents.ts';
import { splitReply, writeReply } from './framing.ts';
import { readBody, send, sendBytes, sendErrorPage, sendJson, type Exchange } from './http-parts.ts';
import { libraryOf } from './library.ts';
import { bytesOf, posterOf } from './media-bytes.ts';
import { readCall } from './read-call.ts';
import { currentSwitches, mediumOf, type World } from './world.ts';

/** The page as its folder gives it. */
export interface PageParts {
  renderShell(props: ShellProps): string;
  bundlePage(): Promise<string>;
  captchaScript(nonce: string): string;
}

export interface FlowHost {
  readonly world: World;
  readonly documents: Documents;
  readonly page: PageParts;
}

const ORIGIN = 'https://flow.google.com';

/**
 * Breaks a reply off after its first line. A connection that closes without a word would be tried again by the
 * browser itself where it was used before: the same order twice.
 */
async function breakOff({ response }: Exchange): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.write(")]}'\n\n");
  await pause(5);
  response.destroy();
}

async function sendAnswer(exchange: Exchange, world: World, rpcid: string, answer: Answer): Promise<void> {
  const { response } = exchange;
  if (answer.kind === 'lost') return breakOff(exchange);
  if (answer.kind === 'html') return sendErrorPage(exchange, answer.http);
  if (answer.kind === 'redirect') return send(exchange, 302, 'text/html', '', { location: answer.to });
  const { framing } = world.switches;
  const text = writeReply(rpcid, answer, framing, world.chance);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  for (const part of splitReply(Buffer.from(text), framing, world.chance)) {
    response.write(part);
    // Parts that are written in one turn of the loop arrive as one.
    if (framing === 'odd') await pause(1);
  }
  response.end();
}

/** A call of the page's own service: only from its origin, with its header and the token of a document. */
async function batchexecute({ world, documents }: FlowHost, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const call = readCall(await readBody(request));
  if (request.headers.origin !== ORIGIN) {
    world.counters.foreignCalls += 1;
    return sendErrorPage(exchange, 403);
  }
  const isOwn = request.headers['x-same-domain'] === '1';
  if (call === null || !isOwn || !documents.knows(call.at, url.searchParams.get('f.sid')))
    return sendErrorPage(exchange, 400);
  return sendAnswer(exchange, world, call.rpcid, await answerCall(world, call));
}

async function thumbnail({ world }: FlowHost, exchange: Exchange): Promise<void> {
  const token = exchange.url.pathname.slice('/asb/'.length).split('=')[0] ?? '';
  const medium = mediumOf(world, world.links.thumbOf(token) ?? '');
  if (medium === null) return sendErrorPage(exchange, 404);
  return sendBytes(exchange, 'image/jpeg', await posterOf(world, medium));
}

async function download({ world }: FlowHost, exchange: Exchange): Promise<void> {
  const medium = mediumOf(world, exchange.url.pathname.slice(DOWNLOAD.length + 1));
  if (medium === null || medium.outcome.kind !== 'done') return sendErrorPage(exchange, 404);
  return sendBytes(exchange, medium.mimeType, await bytesOf(world, medium));
}

/** What stands beside the real wire: see contract.ts. */
async function sideDoor({ world }: FlowHost, exchange: Exchange): Promise<void> {
  const { pathname, searchParams } = exchange.url;
  if (pathname === UNTRUSTED_PRESS) world.counters.untrustedSubmits += 1;
  if (pathname === CONSENT) world.account.consentGiven = true;
  return sendJson(exchange, pathname === LIBRARY ? libraryOf(world, searchParams.get('project')) : null);
}

function shell({ world, documents, page }: FlowHost, exchange: Exchange): void {
  const { pathname: path } = exchange.url;
  const switches = currentSwitches(world);
  const html = page.renderShell({ wiz: documents.open(), locale: switches.locale, switches, path });
  send(exchange, 200, 'text/html; charset=utf-8', html, {
    'content-security-policy': "object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
    'set-cookie': 'OSID=replica; Path=/; Secure; HttpOnly; SameSite=Lax',
  });
}

const PAGES = /^(?:\/u\/\d+)?\/(?:about|unavailable|unsupported-country|project\/.*)?$/;

/** https://flow.google.com */
export async function answerFlow(host: FlowHost, exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const { pathname } = url;
  if (request.method === 'POST' && pathname.endsWith('/data/batchexecute'))
    return batchexecute(host, exchange);
  if (pathname === '/favicon.ico') return send(exchange, 200, 'image/x-icon', '');
  if (pathname === PAGE_SCRIPT)
    return send(exchange, 200, 'text/javascript; charset=utf-8', await host.page.bundlePage());
  if (pathname.startsWith('/asb/')) return thumbnail(host, exchange);
  if (pathname.startsWith(`${DOWNLOAD}/`)) return download(host, exchange);
  if (pathname.startsWith('/__replica/')) return sideDoor(host, exchange);
  return PAGES.test(pathname) ? shell(host, exchange) : sendErrorPage(exchange, 404);
}
