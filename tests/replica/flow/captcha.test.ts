import { afterEach, describe, expect, it } from 'vitest';
import { orderClip, upload, VIDEO_ITEMS, videoBody } from './bodies.ts';
import { ask } from './ask.ts';
import { closeReplicas, startWithClient as start, type FlowClient, type Reply } from './client.ts';
import { noCounts } from './service/world.ts';

afterEach(closeReplicas);

const REFUSED = [7, null, [['type.googleapis.com/google.rpc.ErrorInfo', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]]];

function orderWith(client: FlowClient, token: string): Promise<Reply> {
  return client.call('YhhmEf', videoBody(client.projectId, token, [VIDEO_ITEMS.YhhmEf('a fox')]));
}

describe("Flow's captcha", () => {
  it('lets a press of the person through and counts nothing against him', async () => {
    const client = await start();
    const token = await client.mint('VIDEO_GENERATION');
    expect(token.length).toBeGreaterThanOrEqual(2450);
    expect(token.length).toBeLessThanOrEqual(2510);
    expect((await orderWith(client, token)).error).toBeUndefined();
    expect(client.replica.counters).toEqual({ ...noCounts(), submits: 1 });
    expect(client.replica.misdeeds).toEqual({});
  });

  it('poisons and counts what is asked for from outside', async () => {
    const client = await start();
    const token = await client.mintFromOutside();
    expect(client.replica.counters.captchaFromOutside).toBe(1);
    expect((await orderWith(client, token)).error).toEqual(REFUSED);
    expect(client.replica.counters).toMatchObject({ forgedTokens: 1, refused: 1 });
    expect(client.replica.account.standing).toBe('distrusted');
    expect((await orderClip(client, 'a fox')).error).toEqual(REFUSED);
  });

  it('counts a mint with a nonce that no load of the script had', async () => {
    const { replica } = await start();
    const body = JSON.stringify({ action: 'VIDEO_GENERATION', load: 'guess', press: 'p', trusted: true });
    await ask(replica, 'https://www.google.com/recaptcha/enterprise/reload', { method: 'POST', body });
    expect(replica.counters.captchaFromOutside).toBe(1);
  });

  it('takes a token once', async () => {
    const client = await start();
    const token = await client.mint('VIDEO_GENERATION');
    expect((await orderWith(client, token)).error).toBeUndefined();
    expect((await orderWith(client, token)).error).toEqual(REFUSED);
    expect(client.replica.counters).toMatchObject({ submits: 2, refused: 1 });
    expect(client.replica.misdeeds).toEqual({ replayedTokens: 1 });
    expect(client.replica.jobs).toHaveLength(1);
  });

  it('takes a token for two minutes', async () => {
    const client = await start();
    const tokens = [await client.mint('VIDEO_GENERATION'), await client.mint('VIDEO_GENERATION')] as const;
    client.replica.advance(120_000);
    expect((await orderWith(client, tokens[0])).error).toBeUndefined();
    client.replica.advance(1);
    expect((await orderWith(client, tokens[1])).error).toEqual(REFUSED);
    expect(client.replica.account.standing).toBe('good');
  });

  it('takes a token of an upload for nothing else, and none where there is none', async () => {
    const client = await start();
    expect((await orderWith(client, await client.mint('UPLOAD'))).error).toEqual(REFUSED);
    expect((await orderWith(client, '')).error).toEqual(REFUSED);
    expect(client.replica.counters.forgedTokens).toBe(2);
  });

  it('takes no order that no hand pressed, and counts the press', async () => {
    const client = await start();
    await ask(client.replica, 'https://flow.google.com/__replica/untrusted-press', {
      method: 'POST',
      body: '',
    });
    expect((await orderWith(client, await client.mint('VIDEO_GENERATION', false))).error).toEqual(REFUSED);
    expect(client.replica.counters.untrustedSubmits).toBe(1);
  });

  it('takes it where synthetic clicks are accepted, and counts the press all the same', async () => {
    const client = await start({ switches: { syntheticClickAccepted: true } });
    await ask(client.replica, 'https://flow.google.com/__replica/untrusted-press', {
      method: 'POST',
      body: '',
    });
    expect((await orderWith(client, await client.mint('VIDEO_GENERATION', false))).error).toBeUndefined();
    expect(client.replica.counters.untrustedSubmits).toBe(1);
  });

  it('takes an upload that a script dropped', async () => {
    const client = await start();
    const picture = Buffer.from('ffd8ffc0000b080001000101011100', 'hex');
    const token = await client.mint('UPLOAD', false);
    const context = [null, 22, null, null, null, client.projectId, null, null, null, null, [token, 1]];
    const inner = [
      context,
      picture.toString('base64'),
      'image/jpeg',
      1,
      null,
      null,
      null,
      null,
      'a.jpg',
      null,
    ];
    expect((await client.call('maseQ', inner)).error).toBeUndefined();
    expect((await upload(client, picture, 'b.jpg')).error).toBeUndefined();
    expect(client.replica.counters).toMatchObject({ submits: 2, refused: 0, forgedTokens: 0 });
  });
});
