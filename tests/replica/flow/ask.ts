import type { IncomingHttpHeaders } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import type { Replica } from './start-replica.ts';

/** What came back for one request. */
export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** The pieces in which it arrived. */
  readonly pieces: readonly Buffer[];
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks one of the hosts that the replica stands for; a connection that breaks off rejects. */
export function ask(
  { port }: Replica,
  address: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Got> {
  const { hostname, pathname, search } = new URL(address);
  const options: RequestOptions = {
    host: '127.0.0.1',
    port,
    path: `${pathname}${search}`,
    method,
    headers: { host: hostname, ...headers },
    rejectUnauthorized: false,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(pieces);
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, headers: got, body: whole, text: whole.toString('utf8'), pieces });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
