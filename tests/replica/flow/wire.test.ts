import { afterEach, describe, expect, it } from 'vitest';
import { orderClip, VIDEO_ITEMS, videoBody } from './bodies.ts';
import { closeReplicas, rowsOf, startWithClient as start } from './client.ts';
import { textAt } from './service/json.ts';

afterEach(closeReplicas);

const LENGTH = /^\d+$/;

describe('the wire of Flow', () => {
  it('frames a reply with rows that mean nothing and lengths that are wrong', async () => {
    const { call } = await start({ seed: 3 });
    const replies = await Promise.all(Array.from({ length: 12 }, () => call('nzlxg', [])));
    const lines = replies.map(({ text }) => text.split('\n'));
    expect(lines.every(([guard, blank]) => guard === ")]}'" && blank === '')).toBe(true);
    const kinds = new Set(
      replies.flatMap(({ text }) => rowsOf(text)).map((row) => Array.isArray(row) && row[0]),
    );
    expect(kinds).toEqual(new Set(['wrb.fr', 'di', 'af.httprm', 'e']));
    const isWrong = ([length = '', json = '']: readonly string[]): boolean =>
      LENGTH.test(length) && Number(length) !== json.length + 2;
    expect(lines.every((each) => isWrong(each.slice(2, 4)))).toBe(true);
    expect(replies.map(({ payload }) => payload)).toContainEqual([1050, 1, 2, 2, null, 1050]);
  });

  it('echoes chatter in front of what was asked for', async () => {
    const { call } = await start({ seed: 3 });
    const replies = await Promise.all(Array.from({ length: 12 }, () => call('nzlxg', [])));
    const first = replies.map(({ text }) => rowsOf(text)[0]);
    expect(first).toContainEqual(['wrb.fr', 'WuwhI', '[]', null, null, null, 'generic']);
  });

  it('cuts replies inside characters of several bytes', async () => {
    const client = await start({ switches: { framing: 'byte-by-byte' } });
    const prompt = 'Chị Hà: “đắt quá” 🦊 한국어 مرحبا';
    const { payload, text } = await orderClip(client, prompt);
    expect(text).toContain(prompt);
    expect(JSON.stringify(payload)).toContain(prompt);
    const cut = await start({ seed: 9 });
    const { pieces } = await orderClip(cut, '🦊'.repeat(300));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.slice(1).some((piece) => ((piece[0] ?? 0) & 0xc0) === 0x80)).toBe(true);
  });

  it('reads the rpcid from the body, since the address may lack it', async () => {
    const { call } = await start();
    const { payload } = await call('nzlxg', [], { noRpcidInUrl: true });
    expect(payload).toEqual([1050, 1, 2, 2, null, 1050]);
  });

  it('answers a call without the token of a document with HTML', async () => {
    const { call } = await start();
    const reply = await call('nzlxg', [], { at: 'x'.repeat(42) });
    expect([reply.http, reply.text.startsWith('<!DOCTYPE html>')]).toEqual([400, true]);
  });

  it('counts a call that comes from anywhere but the page', async () => {
    const { call, replica } = await start();
    expect((await call('nzlxg', [], { origin: 'chrome-extension://abc' })).http).toBe(403);
    expect((await call('nzlxg', [], { origin: null })).http).toBe(403);
    expect(replica.counters.foreignCalls).toBe(2);
  });

  it('answers idle chatter with nothing', async () => {
    const { call } = await start();
    for (const rpcid of ['NfrxTb', 'LPzVkd', 'WuwhI', 'Xx0Yy1'])
      expect((await call(rpcid, [])).payload).toEqual([]);
  });

  it('shows an HTML page instead of JSON where it is told to', async () => {
    const client = await start({ switches: { htmlInsteadOfJson: 'submits' } });
    expect((await client.call('nzlxg', [])).http).toBe(200);
    expect((await orderClip(client, 'a fox')).http).toBe(502);
    expect(client.replica.jobs).toEqual([]);
  });

  it('knows a submit by the name of another build', async () => {
    const client = await start({ switches: { renamedRpcids: { YhhmEf: 'kTq3Zb' } } });
    const token = await client.mint('VIDEO_GENERATION');
    const body = videoBody(client.projectId, token, [VIDEO_ITEMS.YhhmEf('a fox')]);
    expect((await client.call('kTq3Zb', body)).payload).toBeDefined();
    expect(client.replica.log[0]?.rpcid).toBe('kTq3Zb');
  });

  it('reads an order of a build that nobody knows, and answers in kind', async () => {
    const client = await start();
    const token = await client.mint('VIDEO_GENERATION');
    const body = videoBody(client.projectId, token, [VIDEO_ITEMS.YhhmEf('a fox')]);
    const { payload } = await client.call('YhhmEf', ['v2', JSON.stringify(body)]);
    expect(JSON.parse(textAt(payload, 1) ?? '')).toEqual(client.replica.log[0]?.reply);
    expect(client.replica.jobs).toHaveLength(1);
  });

  it('makes a listing as long as those of old projects', async () => {
    const { call, projectId } = await start({ switches: { listingMegabytes: 17 } });
    const { text, payload } = await call('Zzl0ze', [`projects/${projectId}`, null, null, null, [1]]);
    expect(text.length).toBeGreaterThan(17 * 2 ** 20);
    expect(payload).toBeDefined();
  });

  it('keeps no token in its log', async () => {
    const client = await start();
    const token = await client.mint('VIDEO_GENERATION');
    await client.call('YhhmEf', videoBody(client.projectId, token, [VIDEO_ITEMS.YhhmEf('a fox')]));
    expect(JSON.stringify(client.replica.log)).not.toContain(token);
    expect(JSON.stringify(client.replica.log)).toContain('"RECAPTCHA"');
  });

  it('answers signed out in each of the ways that may be', async () => {
    const { call, replica } = await start({ switches: { signedOut: true } });
    expect((await call('nzlxg', [])).error).toEqual([16]);
    replica.set({ signedOutAnswer: 'http-401' });
    expect((await call('nzlxg', [])).http).toBe(401);
    replica.set({ signedOutAnswer: 'redirect' });
    expect((await call('nzlxg', [])).http).toBe(302);
    replica.account.signedIn = true;
    expect((await call('nzlxg', [])).http).toBe(200);
  });
});
