import type { WizData } from '../contract.ts';
import { readReply, type Reply } from './framing.ts';

/** Calls the service. */
export interface Wire {
  /** `unnamed` leaves the rpcid out of the address: it stands in the body alone. */
  readonly call: (rpcid: string, inner: unknown, unnamed?: boolean) => Promise<Reply>;
}

/** What the wire needs of the document. */
export interface WireOptions {
  readonly wiz: WizData;
  readonly language: string;
  /** Hears of every reply before whoever called; the page leaves when its session has ended. */
  readonly onReply?: (reply: Reply) => void;
}

const STEP = 100_000;

function addressOf({ wiz, language }: WireOptions, rpcid: string | null, request: number): string {
  const query = new URLSearchParams({
    ...(rpcid === null ? {} : { rpcids: rpcid }),
    'source-path': location.pathname,
    bl: wiz.cfb2h,
    'f.sid': wiz.FdrFJe,
    hl: language,
    _reqid: String(request),
    rt: 'c',
  });
  return `${wiz.Im6cmf}/data/batchexecute?${query.toString()}`;
}

function bodyOf(rpcid: string, inner: unknown, at: string): string {
  const calls = JSON.stringify([[[rpcid, JSON.stringify(inner), null, 'generic']]]);
  return `f.req=${encodeURIComponent(calls)}&at=${encodeURIComponent(at)}&`;
}

/** Posts as the page does: by XMLHttpRequest, never by fetch. Source: captures of the page, Sept–Oct 2026. */
function post(address: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded;charset=utf-8');
    request.setRequestHeader('X-Same-Domain', '1');
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve({ status: 0, text: '' }));
    request.send(body);
  });
}

/** A wire for one document; the number of a request grows by 100000. */
export function createWire(options: WireOptions): Wire {
  let requests = 0;
  return {
    call: async (rpcid, inner, unnamed = false) => {
      requests += 1;
      const address = addressOf(options, unnamed ? null : rpcid, requests * STEP);
      const { status, text } = await post(address, bodyOf(rpcid, inner, options.wiz.SNlM0e));
      const reply = readReply(status, text, rpcid);
      options.onReply?.(reply);
      return reply;
    },
  };
}
