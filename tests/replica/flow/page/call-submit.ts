import { OPAQUE } from '../contract.ts';
import type { Reply } from './framing.ts';
import type { Page } from './page-state.ts';
import { at, textAt } from './records.ts';

function unwrapped(reply: Reply): Reply {
  if (reply.type !== 'ok' || at(reply.payload, 0) !== OPAQUE) return reply;
  return { type: 'ok', payload: JSON.parse(textAt(reply.payload, 1) ?? 'null') as unknown };
}

/** Makes a call that costs or may cost, under the name and in the shape of this build. */
export async function callSubmit({ wire, switches }: Page, rpcid: string, inner: unknown): Promise<Reply> {
  const name = switches.renamedRpcids[rpcid] ?? rpcid;
  const body = switches.opaqueSubmits ? [OPAQUE, JSON.stringify(inner)] : inner;
  return unwrapped(await wire.call(name, body, !switches.rpcidsInUrl));
}
