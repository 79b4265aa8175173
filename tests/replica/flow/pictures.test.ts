import { afterEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import {
  BATCH,
  context,
  DOT,
  orderClip,
  orderImages,
  untilJobs,
  upload,
  uploadBody,
  uploadDot,
} from './bodies.ts';
import { closeReplicas, startWithClient as start } from './client.ts';
import { isList, slot, textAt, type Json } from './service/json.ts';
import { jpegSize } from './service/uploaded-picture.ts';

afterEach(closeReplicas);

describe('pictures on Flow', () => {
  it('keeps the reply of a picture open until it is done', async () => {
    const client = await start();
    const reference = await uploadDot(client, 'king.png');
    const replied = orderImages(client, { prompt: 'a king', references: [reference], aspect: 2 });
    await untilJobs(client, 1);
    const first = await Promise.race([replied, client.call('nzlxg', [])]);
    expect(first.payload).toEqual([1050, 1, 2, 2, null, 1050]);
    client.replica.advance(20_000);
    const { payload } = await replied;
    const made = slot(payload, 0, 0, 6);
    expect(textAt(made, 0, 13)).toMatch(
      /^https:\/\/flow-content\.google\/image\/[-0-9a-f]{36}\?Expires=1790021620&KeyName=labs-flow-prod-cdn-key&Signature=/,
    );
    expect([slot(made, 0, 1), slot(made, 0, 14), slot(made, 2)]).toEqual([281181, 2, [768, 1376]]);
    expect(slot(made, 0, 15)).toEqual([
      null,
      null,
      [['a king, cinematic', null, [[['a king']]]]],
      [[null, 1, reference]],
    ]);
    const [mediaId, workflowId] = [textAt(payload, 0, 0, 0), textAt(payload, 0, 0, 2)];
    const times = [
      [1_790_000_000, 0],
      [1_790_000_020, 0],
    ];
    const entry = [
      workflowId,
      null,
      null,
      ['King', times[0], null, null, mediaId, BATCH, times[1]],
      client.projectId,
    ];
    expect(slot(payload, 1)).toEqual([entry]);
    expect(client.replica.account.credits).toBe(1050);
  });

  it('makes several outputs of one request, each with an id of its own', async () => {
    const client = await start();
    const replied = orderImages(client, { prompt: 'four kings', count: 4 });
    await untilJobs(client, 4);
    client.replica.finishAll();
    const list = slot((await replied).payload, 0);
    const ids = isList(list) ? list.map((each) => textAt(each, 0)) : [];
    expect(new Set(ids).size).toBe(4);
    expect(client.replica.jobs.map(({ mediaId }) => mediaId)).toEqual(ids);
  });

  it('stores an upload as JPEG under its file name', async () => {
    const client = await start();
    const { payload } = await upload(client, DOT, 'start_scene01_ab12.jpg');
    const [mediaId, workflowId] = [textAt(payload, 0, 0), textAt(payload, 0, 2)];
    expect(slot(payload, 0, 6)).toEqual([null, [null, null, 'image/jpeg'], [1, 1]]);
    const at = [1_790_000_000, 0];
    const naming = ['start_scene01_ab12.jpg', at, null, null, mediaId, null, at];
    expect(slot(payload, 1)).toEqual([workflowId, null, null, naming, client.projectId]);
    const token = await client.mint('UPLOAD');
    const broken = uploadBody(client.projectId, token, 'bm8gcGljdHVyZQ==', 'x.png');
    expect(textAt((await client.call('maseQ', broken)).error, 2, 0, 1, 0)).toBe(
      'PUBLIC_ERROR_UNKNOWN_IMAGE_FILE_FORMAT',
    );
  });

  it('takes no upload before a person has accepted the rights dialog', async () => {
    const client = await start({ switches: { consentOnFirstUpload: true } });
    expect((await upload(client, DOT, 'a.png')).error).toEqual([7]);
    await ask(client.replica, 'https://flow.google.com/__replica/consent', { method: 'POST', body: '' });
    expect((await upload(client, DOT, 'a.png')).error).toBeUndefined();
  });

  it('makes a picture larger in the reply, free, and a clip as an order of its own', async () => {
    const client = await start();
    const id = await uploadDot(client, 'dot.png');
    const imageToken = await client.mint('IMAGE_GENERATION');
    const big = await client.call('SPrCad', [id, 1, context(client.projectId, imageToken)]);
    expect(jpegSize(Buffer.from(textAt(big.payload, 1) ?? '', 'base64'))).toEqual([2, 2]);
    const clip = textAt((await orderClip(client, 'a fox')).payload, 3, 0, 0) ?? '';
    const token = await client.mint('VIDEO_GENERATION');
    const request: Json = [[null, clip], null, 1, null, [null, 'w', null, null, BATCH], null, 3];
    const { payload } = await client.call('p0UkFb', [request, context(client.projectId, token)]);
    expect([slot(payload, 1), textAt(payload, 3, 0, 0)]).toEqual([990, `${clip}_4k_upsampled`]);
  });
});
