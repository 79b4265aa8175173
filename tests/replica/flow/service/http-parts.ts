import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with what every route asks of it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly host: string;
  readonly url: URL;
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export function send(
  { response }: Exchange,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

export function sendJson(
  exchange: Exchange,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(exchange, 200, 'application/json; charset=utf-8', JSON.stringify(value), headers);
}

/** An error page as the front end shows it: HTML, whatever was asked for. */
export function sendErrorPage(exchange: Exchange, status: number): void {
  const words = `<!DOCTYPE html><html lang=en><title>Error ${status}!!1</title><p><b>${status}.</b> That’s an error.`;
  send(exchange, status, 'text/html; charset=utf-8', words);
}

/** Sends bytes whole or, where a range is asked for, that part of them. */
export function sendBytes(exchange: Exchange, type: string, bytes: Uint8Array): void {
  const { request, response } = exchange;
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const headers = { 'accept-ranges': 'bytes' };
  if (range === null || range[0] === 'bytes=-') return send(exchange, 200, type, bytes, headers);
  const [from, to] = partOf(range[1] ?? '', range[2] ?? '', bytes.length);
  if (from > to || from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` });
    return void response.end();
  }
  const place = { 'content-range': `bytes ${from}-${to}/${bytes.length}`, ...headers };
  return send(exchange, 206, type, bytes.subarray(from, to + 1), place);
}

/** Sends the first half of some bytes, and nothing after it. */
export function sendBeginning({ response }: Exchange, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2));
}

/** First and last byte of a range; without a first one it counts from the end. */
function partOf(first: string, last: string, length: number): readonly [from: number, to: number] {
  if (first === '') return [Math.max(0, length - Number(last)), length - 1];
  return [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)];
}
