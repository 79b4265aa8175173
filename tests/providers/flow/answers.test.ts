import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../lib/providers/flow/page/batch-execute.ts';
import { promptKey } from '../../../lib/providers/flow/page/prompt-key.ts';
import type { Answer, MediaRecord } from '../../../lib/providers/flow/page/report.ts';
import { readAnswer } from '../../../lib/providers/flow/page/shapes-answer.ts';
import {
  BATCH,
  framed,
  id,
  IMAGE_URL,
  imageRecord,
  listing,
  ODD_PROMPT,
  POSTER_URL,
  PROJECT,
  record,
  reply,
  VIDEO_URL,
} from './wire.ts';

const call = (rpcid: string, tag = 'generic') => ({ rpcid, tag, inner: null });
function answer(rpcid: string, payload: unknown, status: unknown = null): Answer {
  return readAnswer(call(rpcid), readReply(reply(rpcid, payload, status)), 200);
}
function recordsOf(read: Answer): readonly MediaRecord[] {
  return read.type === 'read' ? read.records : [];
}

const prompt = { key: promptKey(ODD_PROMPT), text: ODD_PROMPT };
const listed = {
  mediaId: id(21),
  workflowId: id(22),
  clientId: BATCH,
  projectId: PROJECT,
  title: 'Bếp nhỏ',
  madeAt: 1_790_000_000,
  doneAt: 1_790_000_004,
};
const video = {
  mediaId: id(21),
  projectId: PROJECT,
  workflowId: id(22),
  kind: 'video',
  progress: { type: 'queued' },
  posterUrl: null,
  mediaUrl: null,
  sizeBytes: null,
  seconds: 6,
  width: null,
  height: null,
  prompt,
  model: 'abra_t2v_6s',
  references: [],
};
const nothing = { type: 'read', credits: null, listings: [], records: [], projects: [], isPart: false };

describe('the answer to an order', () => {
  it('of a video tells its ids, its key and the credits left, wherever they stand', () => {
    const expected = { ...nothing, credits: 1040, listings: [listed], records: [video] };
    expect(answer('YhhmEf', [null, 1040, [listing()], [record()]])).toEqual(expected);
    expect(answer('MZZa6b', [null, 1040, [[[record()]], null, [[listing()]]], 3])).toEqual(expected);
  });

  it.each([true, false])(
    'of an image tells its address, its size and what was asked, nested %s',
    (isNested) => {
      expect(answer('ogiZ0b', [[imageRecord(isNested)], [listing(id(31), id(32))]])).toEqual({
        ...nothing,
        listings: [{ ...listed, mediaId: id(31), workflowId: id(32) }],
        records: [
          {
            ...video,
            mediaId: id(31),
            projectId: null,
            workflowId: id(32),
            kind: 'image',
            progress: { type: 'done' },
            mediaUrl: IMAGE_URL,
            seconds: null,
            width: 1376,
            height: 768,
            model: null,
            references: [id(9)],
          },
        ],
      });
    },
  );

  it('of an upload tells both ids, the file’s name and its size', () => {
    const about = [[1_790_000_000, 0], null, 2_213_107];
    const uploaded = [id(21), PROJECT, id(22), 'CAE', null, about, [null, ['image/jpeg'], [640, 480]]];
    const entry = [id(22), null, null, ['ảnh.jpg', [1_790_000_000, 0], null, null, id(21)], PROJECT];
    expect(answer('maseQ', [uploaded, entry])).toMatchObject({
      listings: [{ title: 'ảnh.jpg', mediaId: id(21), clientId: null, doneAt: null }],
      records: [
        { kind: 'upload', mediaId: id(21), workflowId: id(22), width: 640, height: 480, prompt: null },
      ],
    });
    expect(recordsOf(answer('maseQ', [[id(21), PROJECT, id(22), 'CAE']]))).toHaveLength(1);
  });

  it('that refuses says with what; one that says nothing proves nothing', () => {
    const refusal = [
      7,
      null,
      [['type.googleapis.com/google.rpc.ErrorInfo', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]],
    ];
    expect(answer('ogiZ0b', undefined, refusal)).toEqual({
      type: 'refused',
      status: { code: 7, words: '', reasons: ['PUBLIC_ERROR_UNUSUAL_ACTIVITY'] },
    });
    expect(answer('MZZa6b', undefined, [5])).toMatchObject({ type: 'refused', status: { code: 5 } });
    expect(answer('MZZa6b', undefined)).toEqual({ type: 'empty' });
    expect(answer('MZZa6b', [], [13])).toMatchObject({ type: 'refused', status: { code: 13 } });
    expect(answer('MZZa6b', [null, 3, [listing()]], [13])).toMatchObject({
      type: 'read',
      listings: [listed],
    });
  });

  it('that is a page, or is not there, says so', () => {
    expect(readAnswer(call('YhhmEf'), readReply('<html>'), 400)).toEqual({ type: 'html', httpStatus: 400 });
    expect(readAnswer(call('YhhmEf'), readReply('no'), 502)).toEqual({ type: 'unreadable', httpStatus: 502 });
    expect(readAnswer(call('YhhmEf'), readReply(reply('nzlxg', [1])), 200).type).toBe('unreadable');
    const er = readReply(framed([['er', null, null, null, null, 16]]));
    expect(readAnswer(call('YhhmEf'), er, 200)).toMatchObject({ type: 'refused', status: { code: 16 } });
  });

  it('among others of the same call is found by its tag', () => {
    const rows = [1, 2].map((n) => ['wrb.fr', 'nzlxg', `[${n}]`, null, null, null, `${n}`]);
    const both = readReply(framed(rows));
    expect(readAnswer(call('nzlxg', '2'), both, 200)).toMatchObject({ credits: 2 });
    expect(readAnswer(call('nzlxg', '1'), both, 200)).toMatchObject({ credits: 1 });
  });
});

describe('what the page reads', () => {
  it.each([
    [[6], { type: 'queued' }],
    [[2], { type: 'running' }],
    [[3], { type: 'done' }],
    [[77], { type: 'unknown' }],
    [['3'], { type: 'unknown' }],
    [
      [4, [null, 'Media not found.'], ['Media not found.']],
      { type: 'failed', status: { code: null, words: 'Media not found.', reasons: [] } },
    ],
    [
      [4, [3, 'Từ chối', [['x.PublicAitkError', [12]]]]],
      { type: 'failed', status: { code: 3, words: 'Từ chối', reasons: [12] } },
    ],
    [[4], { type: 'failed', status: null }],
  ])('the state %j is told', (cell, progress) => {
    expect(answer('jwpduf', [null, 12, [record({ cell })]])).toMatchObject({
      credits: 12,
      records: [{ progress, posterUrl: null, mediaUrl: null }],
    });
  });

  it('a finished clip brings poster, size and, asked for by itself, its address', () => {
    const done = { cell: [3], poster: POSTER_URL, bytes: 2_213_107 };
    expect(recordsOf(answer('jwpduf', [null, null, [record(done)]]))).toMatchObject([
      { progress: { type: 'done' }, posterUrl: POSTER_URL, mediaUrl: null, sizeBytes: 2_213_107 },
    ]);
    expect(recordsOf(answer('as29s', record({ ...done, url: VIDEO_URL })))).toMatchObject([
      { posterUrl: POSTER_URL, mediaUrl: VIDEO_URL, seconds: 6 },
    ]);
  });

  it('what a clip was made from is told as the service says it again', () => {
    expect(
      recordsOf(answer('jwpduf', [null, 1, [record({ references: [id(9), id(10)] })]]))[0],
    ).toMatchObject({
      references: [id(9), id(10)],
      prompt,
    });
  });

  it('an address on any other host is none', () => {
    for (const url of [
      'https://flow-content.google.evil.test/video/x',
      'http://flow-content.google/video/x',
      'javascript:alert(1)',
      `https://flow-content.google/${'x'.repeat(3000)}`,
    ]) {
      expect(recordsOf(answer('as29s', record({ url, poster: url })))).toMatchObject([
        { posterUrl: null, mediaUrl: null },
      ]);
    }
  });

  it('an enlarged media keeps its own id', () => {
    const enlarged = `${id(21)}_4k_upsampled`;
    expect(recordsOf(answer('as29s', record({ media: enlarged })))).toMatchObject([{ mediaId: enlarged }]);
  });

  it('a listing of thousands gives the newest and says that there are more', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => {
      const about = ['t', [1_790_000_000 + ((at * 7919) % 5_000), 0], null, null, id(9000 + at), BATCH];
      return [id(90_000 + at), null, null, about, PROJECT];
    });
    const read = answer('Zzl0ze', [null, many]);
    if (read.type !== 'read') throw new Error(read.type);
    expect(read.isPart).toBe(true);
    expect(read.listings).toHaveLength(300);
    expect(read.listings.every(({ madeAt }) => (madeAt ?? 0) >= 1_790_000_000 + 4_700)).toBe(true);
  });

  it('credits and projects are told, each by its own call', () => {
    expect(answer('nzlxg', [1050, 1, 2, 2, null, 1050])).toEqual({ ...nothing, credits: 1050 });
    const projects = [[[PROJECT, ['Phim 1', null, [1, 0], 'https://x', id(21)]]]];
    expect(answer('UpteDb', projects)).toEqual({
      ...nothing,
      projects: [{ projectId: PROJECT, title: 'Phim 1' }],
    });
    expect(answer('Zzl0ze', projects)).toEqual(nothing);
  });

  it('titles and words end at their bound, with no half of a pair', () => {
    const about = [`x${'🦊'.repeat(500)}`, [1, 0], null, null, id(21), BATCH];
    const read = answer('Zzl0ze', [null, [[id(22), null, null, about, PROJECT]]]);
    const title = read.type === 'read' ? (read.listings[0]?.title ?? '') : '';
    expect([title.length, title.isWellFormed()]).toEqual([199, true]);
  });
});

describe('a hostile answer', () => {
  it('of any shape is read without an exception', () => {
    const leaf = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.uuid(),
      fc.string(),
      fc.constant('CAE'),
      fc.object(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 12 })),
    }));
    const rpcid = fc.constantFrom(
      'YhhmEf',
      'ogiZ0b',
      'maseQ',
      'jwpduf',
      'as29s',
      'Zzl0ze',
      'nzlxg',
      'UpteDb',
    );
    fc.assert(fc.property(rpcid, tree, tree, (name, payload, status) => void answer(name, payload, status)));
  });

  it('with keys that would change every object changes none', () => {
    const payload = '[null,1,[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]]';
    const text = reply('jwpduf', undefined).replace('null', JSON.stringify(payload));
    expect(readAnswer(call('jwpduf'), readReply(text), 200)).toEqual({ ...nothing, credits: 1 });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('nested deeper than the stack, or with a million records, stays small', () => {
    const deep = '['.repeat(2e5) + JSON.stringify(record()) + ']'.repeat(2e5);
    const text = reply('jwpduf', undefined).replace('null', () => JSON.stringify(deep));
    expect(recordsOf(readAnswer(call('jwpduf'), readReply(text), 200))).toHaveLength(1);
    const many = answer('jwpduf', [null, 1, Array.from({ length: 50_000 }, () => record())]);
    expect(recordsOf(many)).toHaveLength(100);
    expect(many).toMatchObject({ isPart: true });
  });
});
