import type { Answer } from './answer.ts';
import { wholeNumber, type Chance } from './chance.ts';
import type { Json } from './json.ts';
import type { Switches } from '../switches.ts';

type Framing = Switches['framing'];

function ownRow(rpcid: string, answer: Answer): Json {
  if (answer.kind === 'payload')
    return ['wrb.fr', rpcid, JSON.stringify(answer.payload), null, null, null, 'generic'];
  return ['wrb.fr', rpcid, null, null, null, answer.kind === 'status' ? answer.status : [13], 'generic'];
}

/** The row itself among those that mean nothing: times, a hash, an echo of some chatter, the end. */
function chunksOf(rpcid: string, answer: Answer, framing: Framing, chance: Chance): readonly Json[] {
  const own = ownRow(rpcid, answer);
  const took = wholeNumber(chance, 20, 900);
  const size = wholeNumber(chance, 20, 2000);
  const end: Json = [['e', 4, null, null, size]];
  if (framing === 'plain') return [[own, ['di', took]], end];
  const hash = `-${wholeNumber(chance, 10 ** 9, 9 * 10 ** 15)}`;
  const first: Json = [own, ['di', took], ['af.httprm', took, hash, wholeNumber(chance, 1, 60)]];
  const echo: Json = [
    ['wrb.fr', 'WuwhI', '[]', null, null, null, 'generic'],
    ['di', took],
  ];
  if (chance() < 0.5) return [first, end];
  return chance() < 0.5 ? [echo, first, end] : [first, echo, end];
}

/** A length that is right for nobody: bytes where text is counted, text where bytes are, and off by some. */
function lengthOf(json: string, framing: Framing, chance: Chance): number {
  if (framing === 'plain') return json.length + 2;
  const base = chance() < 0.5 ? Buffer.byteLength(json) : json.length;
  return Math.max(1, base + wholeNumber(chance, -4, 1));
}

/** The whole text of a reply. Source: captures of the page, Sept–Oct 2026. */
export function writeReply(rpcid: string, answer: Answer, framing: Framing, chance: Chance): string {
  const lines = chunksOf(rpcid, answer, framing, chance).map((chunk) => {
    const json = JSON.stringify(chunk);
    return `${lengthOf(json, framing, chance)}\n${json}\n`;
  });
  return `)]}'\n\n${lines.join('')}`;
}

const MOST_PARTS = 600;

/** Where the network cuts a reply: anywhere, also inside a character of several bytes. */
export function splitReply(body: Buffer, framing: Framing, chance: Chance): readonly Buffer[] {
  if (framing === 'plain') return [body];
  const parts: Buffer[] = [];
  // Megabytes are cut as odd, only not so often.
  const most = framing === 'byte-by-byte' ? Math.ceil(body.length / MOST_PARTS) : Math.ceil(body.length / 3);
  for (let at = 0; at < body.length;) {
    const step = framing === 'byte-by-byte' ? most : wholeNumber(chance, 1, most);
    parts.push(body.subarray(at, at + step));
    at += step;
  }
  return parts;
}
