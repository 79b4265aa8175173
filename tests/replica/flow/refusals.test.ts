import { afterEach, describe, expect, it } from 'vitest';
import { orderClip, orderImages } from './bodies.ts';
import { closeReplicas, startWithClient as start } from './client.ts';
import { ERROR_NAMES, grpcOf } from './service/error-codes.ts';
import { slot, textAt } from './service/json.ts';

afterEach(closeReplicas);

const INFO = 'type.googleapis.com/google.rpc.ErrorInfo';
const ENUM = 'type.googleapis.com/google.internal.labs.aisandbox.proto.common.v1.PublicAitkError';

describe('refusals of Flow', () => {
  it('come in three forms', async () => {
    const client = await start({ switches: { refuseCode: 32, errorForm: 'error-info' } });
    const name = 'PUBLIC_ERROR_PER_MODEL_DAILY_QUOTA_REACHED';
    expect((await orderClip(client, 'a fox')).error).toEqual([8, null, [[INFO, [name]]]]);
    client.replica.set({ errorForm: 'enum' });
    expect((await orderClip(client, 'a fox')).error).toEqual([8, null, [[ENUM, [32]]]]);
    client.replica.set({ errorForm: 'base64' });
    const { error } = await orderClip(client, 'a fox');
    expect(Buffer.from(textAt(error, 2, 0, 1) ?? '', 'base64').toString()).toBe(`\n*${name}`);
    expect(client.replica.account.credits).toBe(1050);
    expect(client.replica.counters.refused).toBe(3);
  });

  it('know every code of the page’s bundle with the gRPC codes that were seen', () => {
    expect(ERROR_NAMES.size).toBe(68);
    expect(ERROR_NAMES.get(73)).toBe('PUBLIC_ERROR_UNSAFE_SEARCH');
    expect([49, 50, 32, 11, 1].map(grpcOf)).toEqual([7, 8, 8, 7, 3]);
  });

  it('begin after some jobs, or hold for one model only', async () => {
    const client = await start({ switches: { refuseCode: 49, refuseAfter: 2 } });
    await orderClip(client, 'one');
    await orderClip(client, 'two');
    expect(slot((await orderClip(client, 'three')).error, 0)).toBe(7);
    client.replica.set({ refuseCode: 32, refuseAfter: 0, refuseModel: 'abra' });
    expect(slot((await orderClip(client, 'three')).error, 0)).toBe(8);
    expect((await orderClip(client, 'three', 'veo_3_1_t2v_fast')).error).toBeUndefined();
  });

  it('meet more open jobs than may run at once', async () => {
    const client = await start({ switches: { concurrentLimit: 1 } });
    await orderClip(client, 'one');
    const refused = await orderClip(client, 'two');
    expect(textAt(refused.error, 2, 0, 1, 0)).toBe('PUBLIC_ERROR_CONCURRENT_LIMIT_REACHED');
    client.replica.finishAll();
    expect((await orderClip(client, 'two')).error).toBeUndefined();
  });

  it('meet an order that the credits do not cover, which takes none', async () => {
    const client = await start({ switches: { credits: 25 } });
    for (const left of [15, 5]) expect(slot((await orderClip(client, 'a fox')).payload, 1)).toBe(left);
    const refused = await orderClip(client, 'a fox');
    expect(textAt(refused.error, 2, 0, 1, 0)).toBe('PUBLIC_ERROR_USER_QUOTA_REACHED');
    expect(client.replica.account.credits).toBe(5);
  });

  it('meet a prompt over the ceiling with the words of unusual activity', async () => {
    const client = await start();
    expect((await orderClip(client, 'x'.repeat(2450))).error).toBeUndefined();
    const refused = await orderClip(client, 'x'.repeat(2451));
    expect(textAt(refused.error, 2, 0, 1, 0)).toBe('PUBLIC_ERROR_UNUSUAL_ACTIVITY');
    expect(client.replica.account.standing).toBe('good');
  });

  it('meet a model that is not there', async () => {
    const client = await start({ switches: { missingModels: ['abra'] } });
    const refused = await orderClip(client, 'a fox');
    expect(textAt(refused.error, 2, 0, 1, 0)).toBe('PUBLIC_ERROR_MODEL_ACCESS_DENIED');
    const listed = await client.call('yBhWQ', []);
    expect(JSON.stringify(listed.payload)).not.toContain('"abra"');
  });

  it('may fail a picture in the reply itself', async () => {
    const client = await start({ switches: { failCode: 1 } });
    const replied = orderImages(client, { prompt: 'x' });
    while (client.replica.jobs.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    client.replica.finishAll();
    expect(textAt((await replied).error, 2, 0, 1, 0)).toBe('PUBLIC_ERROR_UNSAFE_GENERATION');
  });
});

describe('replies of Flow that say too little', () => {
  it('are lost, or bare, while the job runs and is paid', async () => {
    const client = await start({ switches: { submitReply: 'lost' } });
    await expect(orderClip(client, 'one')).rejects.toThrow('aborted');
    client.replica.set({ submitReply: 'bare-5-queued' });
    expect((await orderClip(client, 'two')).error).toEqual([5]);
    client.replica.set({ submitReply: 'bare-13-queued' });
    expect((await orderClip(client, 'three')).error).toEqual([13]);
    expect(client.replica.jobs.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'three']);
    expect(client.replica.account.credits).toBe(1020);
    const listed = await client.call('Zzl0ze', [`projects/${client.projectId}`, null, null, null, [1]]);
    expect(slot(listed.payload, 1)).toHaveLength(3);
  });

  it('are a bare 13, or nothing at all, while no job runs', async () => {
    const client = await start({ switches: { submitReply: 'bare-13' } });
    expect((await orderClip(client, 'one')).error).toEqual([13]);
    client.replica.set({ submitReply: 'empty' });
    expect((await orderClip(client, 'two')).payload).toEqual([null, 1050]);
    expect(client.replica.jobs).toEqual([]);
  });
});
