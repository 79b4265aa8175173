import { afterEach, describe, expect, it } from 'vitest';
import { BATCH, imageBody, orderClip, untilJobs, uploadDot, VIDEO_ITEMS, videoBody } from './bodies.ts';
import { closeReplicas, startWithClient as start } from './client.ts';
import { slot, textAt } from './service/json.ts';

afterEach(closeReplicas);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('orders on Flow', () => {
  it('answers a clip from words exactly as it was captured', async () => {
    const client = await start();
    const { payload } = await orderClip(client, 'a red fox');
    const [mediaId, workflowId] = [textAt(payload, 3, 0, 0) ?? '', textAt(payload, 3, 0, 2) ?? ''];
    expect([UUID.test(mediaId), UUID.test(workflowId), mediaId === workflowId]).toEqual([true, true, false]);
    const at = [1_790_000_000, 0];
    const { projectId } = client;
    const entry = [workflowId, null, null, ['Red fox', at, null, null, mediaId, BATCH], projectId];
    const model = [['abra_t2v_6s', 1, null, null, 2, 1]];
    const asked = [null, model, [[null, null, [[['a red fox']]]]], null, 1];
    const request = [at, 'a red fox', null, null, null, null, asked, null, [6], 1];
    const nulls = [null, null, null, null];
    const made = [null, slot(payload, 3, 0, 7, 0, 1), ...nulls, null, 'a red fox, cinematic', ...nulls];
    const result = [[...made, 'abra_t2v_6s', '', null, false, 2], [null, null, [6]], [mediaId]];
    const record = [mediaId, projectId, workflowId, 'CAE', null, request, null, result];
    expect(payload).toEqual([null, 1040, [entry], [record]]);
  });

  it('echoes ingredients in the record of a clip', async () => {
    const client = await start();
    const ids = [await uploadDot(client, 'one.png'), await uploadDot(client, 'two.png')];
    const token = await client.mint('VIDEO_GENERATION');
    const body = videoBody(client.projectId, token, [VIDEO_ITEMS.MZZa6b('both of them', ids)]);
    const { payload } = await client.call('MZZa6b', body);
    expect([0, 1].map((at) => textAt(payload, 3, 0, 5, 6, 1, 1, at, 2))).toEqual(ids);
  });

  it('takes a start frame, and a start and an end frame', async () => {
    const client = await start();
    const ids = [await uploadDot(client, 'one.png'), await uploadDot(client, 'two.png')] as const;
    const one = VIDEO_ITEMS.eb1hJf('it moves', ids[0]);
    const two = VIDEO_ITEMS.nprQif('it changes', ...ids);
    for (const [rpcid, item] of [
      ['eb1hJf', one],
      ['nprQif', two],
    ] as const) {
      const token = await client.mint('VIDEO_GENERATION');
      expect((await client.call(rpcid, videoBody(client.projectId, token, [item]))).error).toBeUndefined();
    }
    expect(client.replica.jobs.map(({ references }) => references)).toEqual([[ids[0]], [...ids]]);
    expect(client.replica.jobs.map(({ width, height }) => [width, height])).toEqual([
      [1280, 720],
      [720, 1280],
    ]);
  });

  it('does not find a picture that is not there, and reads no other shape', async () => {
    const client = await start();
    const token = await client.mint('VIDEO_GENERATION');
    const unknown = VIDEO_ITEMS.eb1hJf('it moves', 'aaaaaaaa-0000-4000-8000-00000000000f');
    expect((await client.call('eb1hJf', videoBody(client.projectId, token, [unknown]))).error).toEqual([5]);
    const other = videoBody(client.projectId, await client.mint('VIDEO_GENERATION'), [
      VIDEO_ITEMS.YhhmEf('x'),
    ]);
    expect((await client.call('eb1hJf', other)).error).toEqual([3]);
    expect(client.replica.jobs).toEqual([]);
  });

  it('lists what is there: projects, media, the project itself', async () => {
    const client = await start();
    const { payload } = await orderClip(client, 'a red fox');
    const waiting = client.call(
      'ogiZ0b',
      imageBody(client.projectId, await client.mint('IMAGE_GENERATION'), { prompt: 'x' }),
    );
    await untilJobs(client, 2);
    const listed = await client.call('Zzl0ze', [`projects/${client.projectId}`, null, null, null, [1]]);
    expect(slot(listed.payload, 1)).toEqual(slot(payload, 2));
    const projects = await client.call('UpteDb', ['projects/*', 21, null, null, null, null, [1]]);
    expect(textAt(projects.payload, 0, 0, 0)).toBe(client.projectId);
    const made = await client.call('jHPbke', ['projects/*', [null, ['My film']], [null, 22]]);
    const name = `tools/PINHOLE/projects/${textAt(made.payload, 0) ?? ''}`;
    expect(textAt((await client.call('ngNC2', [name])).payload, 1, 0)).toBe('My film');
    client.replica.finishAll();
    await waiting;
  });
});
