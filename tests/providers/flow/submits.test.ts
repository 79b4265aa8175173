import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalls } from '../../../lib/providers/flow/page/batch-execute.ts';
import { promptKey } from '../../../lib/providers/flow/page/prompt-key.ts';
import type { Item, Submit } from '../../../lib/providers/flow/page/report.ts';
import { readSubmit } from '../../../lib/providers/flow/page/shapes-submit.ts';
import { BATCH, context, form, id, ODD_PROMPT, PROJECT, request, REQUESTS, TOKEN } from './wire.ts';

function read(rpcid: string, inner: unknown): Submit | null {
  const [call] = readCalls(form(rpcid, inner));
  return call === undefined ? null : readSubmit(call);
}
function itemsOf(submit: Submit | null): readonly Item[] {
  return submit !== null && 'items' in submit ? submit.items : [];
}

const prompt = { key: promptKey(ODD_PROMPT), text: ODD_PROMPT };
const item = { prompt, references: [], clientIds: [id(3), id(4)] };

describe('an order that the page sends', () => {
  it.each([
    ['ogiZ0b', 'image', { model: 'BELUGA', aspect: '16:9', lengthS: null }],
    ['YhhmEf', 'text', { model: 'abra_t2v_6s', aspect: '16:9', lengthS: 6 }],
    ['eb1hJf', 'startFrame', { model: 'abra_i2v_8s', aspect: '16:9', lengthS: 8, references: [id(9)] }],
    [
      'nprQif',
      'startEnd',
      { model: 'omni_flash_i2v_8s_first_last', aspect: '16:9', lengthS: 8, references: [id(9), id(10)] },
    ],
    ['MZZa6b', 'ingredients', { model: 'abra_r2v_8s', aspect: '16:9', lengthS: 8, references: [id(9)] }],
    [
      'fZytfe',
      'extend',
      { model: 'veo_3_1_extension_lite', aspect: '16:9', lengthS: null, references: [id(9)] },
    ],
  ])('%s is read as %s', (rpcid, mode, told) => {
    expect(read(rpcid, request(rpcid))).toEqual({
      mode,
      projectId: PROJECT,
      batchId: BATCH,
      items: [{ ...item, ...told }],
    });
  });

  it('to enlarge or to upload tells of what, and holds no bytes', () => {
    expect(read('p0UkFb', request('p0UkFb'))).toEqual({
      mode: 'enlarge',
      projectId: PROJECT,
      ids: [id(9), id(10), id(3)],
    });
    expect(read('SPrCad', request('SPrCad'))).toEqual({ mode: 'enlarge', projectId: PROJECT, ids: [id(9)] });
    expect(read('maseQ', request('maseQ'))).toEqual({
      mode: 'upload',
      projectId: PROJECT,
      fileName: 'cảnh 1 – ảnh.jpg',
      clientIds: [id(3), id(4)],
    });
  });

  it('of four outputs in one request gives four, in their order', () => {
    const items = itemsOf(read('ogiZ0b', request('ogiZ0b', { count: 4, references: [id(9)] })));
    expect(items).toHaveLength(4);
    expect(items[3]?.references).toEqual([id(9)]);
  });

  it('says the aspect of its own kind, and none where the number is new', () => {
    const aspects = (rpcid: string): unknown =>
      [1, 2, 3, 4, 5, 9].map((aspect) => itemsOf(read(rpcid, request(rpcid, { aspect })))[0]?.aspect);
    expect(aspects('ogiZ0b')).toEqual(['1:1', '9:16', '16:9', '3:4', '4:3', null]);
    expect(aspects('MZZa6b')).toEqual(['9:16', '16:9', null, null, null, null]);
  });

  it('with the image’s own list moved one level up is the same', () => {
    const [, items, ...rest] = request('ogiZ0b') as unknown[];
    const [own] = items as unknown[];
    expect(read('ogiZ0b', [null, own, ...rest])).toEqual(read('ogiZ0b', request('ogiZ0b')));
  });

  it('with slots before its parts is the same, for parts are known by their look', () => {
    const [[parts], ...rest] = request('MZZa6b') as [unknown[][], unknown];
    expect(read('MZZa6b', [[[null, ...(parts ?? []), null, 5]], ...rest])).toEqual(
      read('MZZa6b', request('MZZa6b')),
    );
  });

  it('names pictures and characters that stand among its words or beside them', () => {
    const [first, items, ...rest] = request('ogiZ0b') as [unknown, unknown[][], unknown];
    const [own] = items;
    const mention = [[[null, [[id(41), 'vua.jpg']]], [' và hoàng hậu']]];
    const changed = own
      ?.with(8, mention)
      .with(10, [[id(42)]])
      .with(11, [[id(43), null, ['CHAR-9', [0]]]]);
    const [read1] = itemsOf(read('ogiZ0b', [first, [changed], ...rest]));
    expect(read1?.prompt?.text).toBe(' và hoàng hậu');
    expect(read1?.references).toEqual([id(42), 'CHAR-9', id(41)]);
  });

  it('refers to nothing that cannot be an id', () => {
    const references = ['two words', 'x', '🦊🦊🦊🦊', 'y'.repeat(201)];
    for (const reference of references) {
      const [got] = itemsOf(read('MZZa6b', request('MZZa6b', { references: [reference] })));
      expect(got?.references).toEqual([]);
    }
  });

  it('keeps at most so much of a prompt, whole characters, and a key of all of it', () => {
    const long = '👩🏽‍🍳'.repeat(3_000);
    const [got] = itemsOf(read('YhhmEf', request('YhhmEf', { prompt: long })));
    expect(got?.prompt?.text?.length).toBeLessThanOrEqual(10_000);
    expect(got?.prompt?.text?.isWellFormed()).toBe(true);
    expect(got?.prompt?.key).toBe(promptKey(long));
  });
});

describe('a call that is not known', () => {
  it('but carries what only orders carry is an unknown order, with what can be found of it', () => {
    const submit = read('Xy12Zz', request('MZZa6b'));
    expect(submit).toMatchObject({ mode: 'unknown', projectId: PROJECT, batchId: BATCH });
    expect(itemsOf(submit)).toMatchObject([
      { prompt, model: 'abra_r2v_8s', aspect: null, references: [id(9)] },
    ]);
    const moved = [[PROJECT, 'x', [TOKEN, 3, null]], ['a fox'], { a: 1 }];
    expect(read('Xy12Zz', moved)).toEqual({ mode: 'unknown', projectId: PROJECT, batchId: null, items: [] });
  });

  it('and carries nothing of the kind is no order', () => {
    for (const inner of [[], null, [PROJECT, ['pair', 1]], [['a word of the page', 1]], { 5: PROJECT }]) {
      expect(read('WuwhI', inner)).toBeNull();
    }
  });

  it('whose name is known and whose shape is not is an unknown order too', () => {
    for (const rpcid of ['ogiZ0b', 'YhhmEf', 'eb1hJf', 'nprQif', 'MZZa6b', 'fZytfe']) {
      for (const inner of [
        null,
        5,
        [],
        [[]],
        { __proto__: [1] },
        [context()],
        ['__proto__', ['constructor']],
      ]) {
        expect(read(rpcid, inner)).toMatchObject({ mode: 'unknown', items: [] });
      }
    }
  });
});

describe('the page’s one-time token', () => {
  it.each(Object.keys(REQUESTS))('[L17] leaves no trace in what is read of %s', (rpcid) => {
    for (const name of [rpcid, 'Xy12Zz']) {
      const told = JSON.stringify(read(name, request(rpcid, { count: 2 })));
      for (let at = 0; at + 12 <= TOKEN.length; at += 40)
        expect(told).not.toContain(TOKEN.slice(at, at + 12));
    }
  });

  it.each(Object.keys(REQUESTS))('[L17] is gone from the parsed request of %s once it was read', (rpcid) => {
    const [call] = readCalls(form(rpcid, request(rpcid)));
    if (call === undefined) throw new Error('no call');
    expect(JSON.stringify(call.inner)).toContain(TOKEN);
    readSubmit(call);
    expect(JSON.stringify(call.inner)).not.toContain(TOKEN.slice(0, 12));
  });

  it('[L17] leaves none wherever a new build puts it and however short it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(REQUESTS)),
        fc.nat(12),
        fc.boolean(),
        (rpcid, slot, isLong) => {
          const token = isLong ? TOKEN : 'ShortToken77';
          const inner = request(rpcid, { token });
          const other: unknown[] = [null, 22, PROJECT, ...Array.from({ length: 10 }, () => null)];
          const moved = [...(inner as unknown[]), other.with(slot, isLong ? [token, 1] : null)];
          return !(JSON.stringify(read(rpcid, moved)) ?? '').includes(token.slice(0, 12));
        },
      ),
    );
  });
});

describe('a hostile order', () => {
  it('of any shape is read without an exception and within bounds', () => {
    const leaf = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.uuid(),
      fc.string(),
      fc.constant('abra_t2v_6s'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 14 })),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(REQUESTS), 'Xy12Zz'), tree, (rpcid, inner) => {
        expect(JSON.stringify(read(rpcid, [inner, context()])).length).toBeLessThan(300_000);
      }),
    );
  });

  it('of a million outputs, or nested deeper than the stack, stays small', () => {
    const own = (request('YhhmEf') as unknown[][])[0]?.[0];
    const submit = read('YhhmEf', [Array.from({ length: 100_000 }, () => own), context(), [BATCH]]);
    expect(itemsOf(submit)).toHaveLength(20);
    const nested = (depth: number, core: unknown): unknown =>
      JSON.parse('['.repeat(depth) + JSON.stringify(core) + ']'.repeat(depth));
    expect(readSubmit({ rpcid: 'Xy12Zz', tag: '', inner: nested(1e6, context()) })).toMatchObject({
      mode: 'unknown',
      projectId: PROJECT,
    });
    expect(readSubmit({ rpcid: 'YhhmEf', tag: '', inner: nested(1e6, null) })).toMatchObject({ items: [] });
  });
});
