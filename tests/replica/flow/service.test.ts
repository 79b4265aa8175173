import { X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCall } from './service/answer-call.ts';
import { makeCertificate } from './service/certificate.ts';
import { chanceFrom, newUuid } from './service/chance.ts';
import { splitReply, writeReply } from './service/framing.ts';
import type { Json } from './service/json.ts';
import { openWorld } from './service/open-world.ts';
import { HOSTS } from './service/serve.ts';

const RPCIDS = ['ogiZ0b', 'YhhmEf', 'eb1hJf', 'nprQif', 'MZZa6b', 'p0UkFb', 'SPrCad', 'maseQ'];
const READS = [
  'UpteDb',
  'jHPbke',
  'QI2zvc',
  'ngNC2',
  'Zzl0ze',
  'nzlxg',
  'HTrJv',
  'yBhWQ',
  'jwpduf',
  'as29s',
  'Other',
];

const anyJson = fc.jsonValue({ maxDepth: 6 }).map((value): Json => JSON.parse(JSON.stringify(value)));

describe("the service's own parts", () => {
  it('answer whatever comes, and no strange body makes a job or costs a credit', async () => {
    const world = openWorld({ switches: {}, chance: chanceFrom(1), startAt: 0 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...RPCIDS, ...READS), anyJson, async (rpcid, inner) => {
        const { kind } = await answerCall(world, { rpcid, inner, at: '' });
        expect(['payload', 'status']).toContain(kind);
      }),
      { numRuns: 500 },
    );
    expect([world.media, world.account.credits]).toEqual([[], 1050]);
  });

  it('cut a reply anywhere and lose nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (text, seed) => {
        const chance = chanceFrom(seed);
        const reply = Buffer.from(writeReply('nzlxg', { kind: 'payload', payload: [text] }, 'odd', chance));
        for (const framing of ['plain', 'odd', 'byte-by-byte'] as const)
          expect(Buffer.concat(splitReply(reply, framing, chance))).toEqual(reply);
      }),
    );
  });

  it('sign a certificate that names every host', () => {
    const certificate = new X509Certificate(makeCertificate(HOSTS).cert);
    expect(HOSTS.map((host) => certificate.checkHost(host))).toEqual(HOSTS);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('draw ids that look like UUIDs and never repeat', () => {
    const chance = chanceFrom(7);
    const ids = Array.from({ length: 2000 }, () => newUuid(chance));
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  });
});
