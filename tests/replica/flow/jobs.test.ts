import { afterEach, describe, expect, it } from 'vitest';
import { orderClip } from './bodies.ts';
import { closeReplicas, startWithClient as start, type FlowClient } from './client.ts';
import { slot, textAt, type Json } from './service/json.ts';

afterEach(closeReplicas);

async function ordered(client: FlowClient, prompt: string): Promise<string> {
  return textAt((await orderClip(client, prompt)).payload, 3, 0, 0) ?? '';
}

async function poll({ call }: FlowClient, ...ids: readonly string[]): Promise<readonly (Json | undefined)[]> {
  const { payload } = await call('jwpduf', [null, null, ids.map((id) => [id])]);
  return ids.map((_, at) => slot(payload, 2, at));
}

async function cells(client: FlowClient, ...ids: readonly string[]): Promise<readonly (Json | undefined)[]> {
  return (await poll(client, ...ids)).map((record) => slot(record, 5, 8));
}

describe('jobs of Flow', () => {
  it('are queued, run and are done as the clock is advanced', async () => {
    const client = await start();
    const id = await ordered(client, 'a fox');
    expect(await cells(client, id)).toEqual([[6]]);
    client.replica.advance(5000);
    expect(await cells(client, id)).toEqual([[2]]);
    client.replica.advance(35_000);
    const [record] = await poll(client, id);
    expect([slot(record, 5, 8), slot(record, 5, 10), slot(record, 7, 0, 8)]).toEqual([[3], null, null]);
    expect(slot(record, 5, 13)).toBeGreaterThan(1000);
  });

  it('are found by workflow id as well', async () => {
    const client = await start();
    const { payload } = await orderClip(client, 'a fox');
    const [record] = await poll(client, textAt(payload, 3, 0, 2) ?? '');
    expect(textAt(record, 0)).toBe(textAt(payload, 3, 0, 0));
  });

  it('give their addresses only in as29s, and only once they are published', async () => {
    const client = await start({ switches: { publishDelayS: 20 } });
    const id = await ordered(client, 'a fox');
    client.replica.advance(40_000);
    expect((await client.call('as29s', [id])).error).toEqual([5]);
    client.replica.advance(20_000);
    const { payload } = await client.call('as29s', [id]);
    const expires = String(1_790_000_060 + 21_600);
    expect(textAt(payload, 7, 0, 8)).toMatch(`https://flow-content.google/video/${id}?Expires=${expires}&`);
    expect(textAt(payload, 5, 10)).toMatch(`https://flow-content.google/image/${id}?Expires=${expires}&`);
    expect(textAt(payload, 0)).toBe(id);
  });

  it('may not be found for a poll and go on all the same', async () => {
    const client = await start({ switches: { mediaNotFoundPolls: 1 } });
    const id = await ordered(client, 'a fox');
    client.replica.finish(id);
    expect(await cells(client, id)).toEqual([[4, [null, 'Media not found.'], ['Media not found.']]]);
    expect(await cells(client, id)).toEqual([[3]]);
  });

  it('may fail after they ran, and cost nothing then', async () => {
    const client = await start({ switches: { failCode: 12, errorForm: 'enum' } });
    const id = await ordered(client, 'a king');
    expect(client.replica.account.credits).toBe(1040);
    client.replica.advance(40_000);
    const detail = [
      'type.googleapis.com/google.internal.labs.aisandbox.proto.common.v1.PublicAitkError',
      [12],
    ];
    expect(await cells(client, id)).toEqual([[4, [3, null, [detail]]]]);
    expect(client.replica.account.credits).toBe(1050);
    expect((await client.call('as29s', [id])).error).toEqual([5]);
  });

  it('may keep the credits of what failed', async () => {
    const client = await start({ switches: { failCode: 12, creditsOfFailed: 'kept' } });
    await ordered(client, 'a king');
    client.replica.finishAll();
    expect(client.replica.account.credits).toBe(1040);
  });

  it('may never finish', async () => {
    const client = await start({ switches: { neverFinishes: true } });
    const id = await ordered(client, 'a fox');
    client.replica.advance(24 * 3_600_000);
    expect(await cells(client, id)).toEqual([[2]]);
  });

  it('may finish in the reverse of their order', async () => {
    const client = await start({ switches: { finishOrder: 'last-in-first-out' } });
    const ids = [await ordered(client, 'one'), await ordered(client, 'two'), await ordered(client, 'three')];
    client.replica.advance(298_000);
    expect(await cells(client, ...ids)).toEqual([[2], [2], [3]]);
    client.replica.advance(1000);
    expect(await cells(client, ...ids)).toEqual([[2], [3], [3]]);
    client.replica.advance(1000);
    expect(await cells(client, ...ids)).toEqual([[3], [3], [3]]);
  });

  it('lie one level deeper where captures say so', async () => {
    const client = await start({ switches: { nesting: 'deeper' } });
    const { payload } = await orderClip(client, 'a fox');
    expect(textAt(payload, 3, 0, 0, 0)).toBe(client.replica.jobs[0]?.mediaId);
  });

  it('may be of somebody else, late and in the same project', async () => {
    const client = await start({ switches: { foreignOrders: 1 } });
    const id = await ordered(client, 'a fox');
    client.replica.userOrder('one more by hand');
    client.replica.advance(40_000);
    const states = client.replica.jobs.map(({ mediaId, foreign, outcome }) => [
      mediaId === id,
      foreign,
      outcome.kind,
    ]);
    expect(states).toEqual([
      [true, false, 'done'],
      [false, true, 'pending'],
      [false, true, 'pending'],
    ]);
    const listed = await client.call('Zzl0ze', [`projects/${client.projectId}`, null, null, null, [1]]);
    expect(slot(listed.payload, 1)).toHaveLength(3);
  });

  it('end the session after some submits', async () => {
    const client = await start({ switches: { aboutBounceAfterSubmits: 1 } });
    const id = await ordered(client, 'a fox');
    expect((await client.call('jwpduf', [null, null, [[id]]])).error).toEqual([16]);
  });

  it('keep their pace when the wall clock jumps', async () => {
    const client = await start();
    const id = await ordered(client, 'a fox');
    client.replica.set({ clockJumpS: 7200 });
    expect(client.replica.now()).toBe(1_790_007_200_000);
    expect(await cells(client, id)).toEqual([[6]]);
    expect(slot((await orderClip(client, 'two')).payload, 3, 0, 5, 0)).toEqual([1_790_007_200, 0]);
  });
});
