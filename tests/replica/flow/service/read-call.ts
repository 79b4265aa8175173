import { parseJson, textAt, type Json } from './json.ts';

/** A call of the service as it was posted: the rpcid comes from the body, since the address may lack it. */
export interface Call {
  readonly rpcid: string;
  readonly inner: Json;
  readonly at: string;
}

/** Reads the form of a call; null where it is none. Source: captures of the page, Sept–Oct 2026. */
export function readCall(body: string): Call | null {
  const form = new URLSearchParams(body);
  const request = parseJson(form.get('f.req') ?? '');
  const rpcid = textAt(request, 0, 0, 0);
  const inner = parseJson(textAt(request, 0, 0, 1) ?? '');
  if (rpcid === null || inner === undefined) return null;
  return { rpcid, inner, at: form.get('at') ?? '' };
}
