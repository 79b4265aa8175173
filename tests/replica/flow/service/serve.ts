import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate.ts';
import { answerFlow, type FlowHost } from './flow-host.ts';
import { sendErrorPage, type Exchange } from './http-parts.ts';
import { answerCaptcha, answerContent, answerLabs, answerOldService } from './other-hosts.ts';

/** Every host that the replica stands for. */
export const HOSTS = [
  'flow.google.com',
  'flow-content.google',
  'labs.google',
  'www.google.com',
  'aisandbox-pa.googleapis.com',
] as const;

async function route(host: FlowHost, exchange: Exchange): Promise<void> {
  if (exchange.host === 'flow.google.com') return answerFlow(host, exchange);
  if (exchange.host === 'flow-content.google') return answerContent(host.world, exchange);
  if (exchange.host === 'www.google.com') return answerCaptcha(host, exchange);
  if (exchange.host === 'labs.google') return answerLabs(host.world, exchange);
  if (exchange.host === 'aisandbox-pa.googleapis.com') return answerOldService(host.world, exchange);
  return sendErrorPage(exchange, 421);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The replica has no port');
  return address.port;
}

export interface Served {
  readonly port: number;
  /** What went wrong inside the replica itself: must be empty. */
  readonly defects: readonly unknown[];
  close(): Promise<void>;
}

/** Serves all hosts on one port of the loopback. */
export async function serve(host: FlowHost): Promise<Served> {
  const defects: unknown[] = [];
  const server = createServer(makeCertificate(HOSTS), (request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `https://${name}`);
    route(host, { request, response, host: name, url }).catch((defect: unknown) => {
      // A browser that dies in the middle of a request is no fault of ours.
      if (request.complete) defects.push(defect);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    defects,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Replies that wait for a picture would keep it open for ever.
        server.closeAllConnections();
      }),
  };
}
