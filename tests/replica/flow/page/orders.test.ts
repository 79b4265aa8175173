import { describe, expect, it } from 'vitest';
import { cropTo } from './crop.ts';
import { clipKey } from './model-key.ts';
import { clipSubmits, imageSubmits, type ClipOrder, type ImageOrder } from './orders.ts';
import { at } from './records.ts';

function ids(...all: readonly string[]): () => string {
  let next = 0;
  return () => all[next++] ?? `id-${next}`;
}

const clip: ClipOrder = {
  projectId: '11111111-1111-4111-8111-111111111111',
  parts: [{ type: 'text', text: 'a red fox' }],
  modelKey: 'abra_t2v_6s',
  count: 1,
  inOneCall: true,
  tokens: ['RECAPTCHA'],
  newId: ids(
    'bbbbbbbb-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000002',
  ),
  aspect: '16:9',
  from: 'text',
  frames: [],
  references: [],
};

const image: ImageOrder = { ...clip, modelKey: 'NARWHAL', references: [], newSeed: () => 281181 };
const about = [null, 22, null, null, null, clip.projectId, null, null, null, null, ['RECAPTCHA', 1]];

describe('orders', () => {
  it('are the golden submit for a text', () => {
    const [submit] = clipSubmits(clip);
    expect(submit).toEqual({
      rpcid: 'YhhmEf',
      batch: 'bbbbbbbb-0000-4000-8000-000000000001',
      inner: [
        [
          [
            [null, null, [[['a red fox']]]],
            'abra_t2v_6s',
            2,
            null,
            [
              null,
              null,
              null,
              null,
              'aaaaaaaa-0000-4000-8000-000000000001',
              'aaaaaaaa-0000-4000-8000-000000000002',
            ],
          ],
        ],
        about,
        ['bbbbbbbb-0000-4000-8000-000000000001', 2],
      ],
    });
  });

  it('carry frames before the UUIDs, and ingredients before the model', () => {
    const frames = [{ mediaId: 'start', crop: cropTo(300, 200, 9 / 16) }];
    const [i2v] = clipSubmits({ ...clip, newId: ids(), from: 'start', frames });
    const [r2v] = clipSubmits({ ...clip, newId: ids(), from: 'ingredients', references: ['one', 'two'] });
    expect(i2v?.rpcid).toBe('eb1hJf');
    expect(at(i2v?.inner, 0, 0, 4)).toEqual([null, 'start', null, null, null, [0.3125, null, 0.6875, 1]]);
    expect(at(i2v?.inner, 0, 0, 5)).toEqual([null, null, null, null, 'id-2', 'id-3']);
    expect(r2v?.rpcid).toBe('MZZa6b');
    expect(at(r2v?.inner, 0, 0, 1)).toEqual([
      [null, 'one'],
      [null, 'two'],
    ]);
    expect(at(r2v?.inner, 0, 0, 2)).toBe(clip.modelKey);
  });

  it('of pictures carry the context in each item and at the top', () => {
    const parts = [
      { type: 'mention', mediaId: 'm', workflowId: 'w', title: 'king.jpg' },
      { type: 'text', text: ' and a queen' },
    ] as const;
    const [submit] = imageSubmits({ ...image, parts, references: ['ref'], newId: ids('batch', 'a', 'b') });
    const prompt = [[[null, [['m', 'king.jpg']]], [' and a queen']]];
    const item = [null, null, [['ref', null, null, null, 1]], 281181, 3, 'NARWHAL', null, about, prompt];
    expect(submit?.inner).toEqual([null, [[...item, null, null, null, 'a', 'b']], 1, about, ['batch']]);
  });

  it('of several outputs are one call, or several with a token each and one batch', () => {
    const four = { ...clip, count: 4, tokens: ['1', '2', '3', '4'] };
    const together = clipSubmits({ ...four, newId: ids() });
    const apart = clipSubmits({ ...four, newId: ids(), inOneCall: false });
    expect(together).toHaveLength(1);
    expect(at(together[0]?.inner, 0)).toHaveLength(4);
    expect(apart).toHaveLength(4);
    expect(new Set(apart.map(({ batch }) => batch)).size).toBe(1);
    expect(apart.map(({ inner }) => JSON.stringify(inner).includes('["3",1]'))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('crops', () => {
  it('are those of the captures', () => {
    expect(cropTo(300, 200, 9 / 16)).toEqual([0.3125, null, 0.6875, 1]);
    expect(cropTo(300, 200, 16 / 9)).toEqual([null, 0.078125, 1, 0.921875]);
    expect(cropTo(1600, 900, 16 / 9)).toBeNull();
    expect(cropTo(768, 1376, 9 / 16)?.[1]).toBeCloseTo(0.003875969, 8);
  });
});

describe('model keys', () => {
  const omni = { family: 'abra', from: 'start', seconds: 8, aspect: '16:9', resolution: '720p' } as const;
  const fast = { ...omni, family: 'veo_3_1_fast' };

  it('are those of the captures', () => {
    expect(clipKey(omni)).toBe('abra_i2v_8s');
    expect(clipKey({ ...omni, from: 'text', resolution: '360p' })).toBe('abra_t2v_8s_360p');
    expect(clipKey({ ...omni, from: 'start-and-end' })).toBe('omni_flash_i2v_8s_first_last');
    expect(clipKey({ ...fast, from: 'start-and-end', aspect: '9:16' })).toBe(
      'veo_3_1_i2v_s_fast_portrait_fl',
    );
    expect(clipKey({ ...fast, from: 'ingredients' })).toBe('veo_3_1_r2v_fast_landscape');
    expect(clipKey({ ...omni, family: 'veo_3_1_lite', from: 'start-and-end' })).toBe(
      'veo_3_1_interpolation_lite',
    );
  });
});
