import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowPageOrder } from '../../lib/domain/flow-page.ts';
import { ok } from '../../lib/domain/result.ts';
import { answerInPage } from '../../lib/messages/answer-in-page.ts';
import type { FlowPageCalls } from '../../lib/messages/contract.ts';

const ORDER: FlowPageOrder = {
  mode: 'video',
  from: 'frames',
  model: null,
  aspect: '16:9',
  lengthS: 6,
  count: 1,
  prompt: 'Con cáo đỏ đi qua cánh đồng.',
  start: { name: 'retake-1.jpg' },
  end: { name: 'retake-2.jpg' },
  ingredients: [],
};
const WORDS = { text: 'Press Start in Flow', hide: 'Hide' };
const PICTURE = { name: 'retake-1.jpg', mime: 'image/jpeg', base64: 'AAAA' };

function page(): { readonly calls: FlowPageCalls; readonly seen: unknown[][] } {
  const seen: unknown[][] = [];
  const take =
    <T>(value: T) =>
    (...args: unknown[]) => (seen.push(args), Promise.resolve(ok(value)));
  const prepared = { ...ORDER, documentId: '', afterSeq: 0, projectId: '', price: null, pictures: [] };
  return {
    seen,
    calls: {
      look: take({ blocks: [], projectId: null, documentId: null }),
      takePicture: take(null),
      prepare: take(prepared),
      isReady: take(true),
      release: take(null),
      submitsSince: take(null),
      askForAddress: take(true),
      help: take(null),
      offers: take({ mode: 'video', models: [], lengths: [] }),
      check: take(''),
    },
  };
}

function send(call: unknown, ...args: readonly unknown[]) {
  const { calls, seen } = page();
  return { seen, answer: answerInPage(calls, { to: 'flowPage', call, args }) };
}

const BAD = { ok: false, fault: { type: 'BadInput' } };

describe('[L16] what a Flow page is sent', () => {
  it.each([
    ['look', []],
    ['takePicture', [PICTURE]],
    ['prepare', [ORDER, WORDS]],
    [
      'prepare',
      [
        {
          ...ORDER,
          mode: 'image',
          lengthS: null,
          start: null,
          ingredients: [PICTURE].map(({ name }) => ({ name })),
        },
        WORDS,
      ],
    ],
    ['isReady', ['a document']],
    ['release', []],
    ['submitsSince', [{ at: 1_790_000_000_000 }]],
    ['submitsSince', [{ documentId: 'd', seq: 3 }]],
    ['askForAddress', ['a media']],
    ['help', ['leaveAgent']],
    ['check', []],
  ])('%s is answered with what was sent', async (call, args) => {
    const { seen, answer } = send(call, ...args);
    expect(await answer).toMatchObject({ ok: true });
    expect(seen).toEqual([args]);
  });

  it.each([
    ['prepare', []],
    ['prepare', [ORDER]],
    ['prepare', [ORDER, { text: 'a' }]],
    ['prepare', [ORDER, { ...WORDS, text: 'a'.repeat(201) }]],
    ['prepare', [{ ...ORDER, mode: 'film' }, WORDS]],
    ['prepare', [{ ...ORDER, from: 'thin air' }, WORDS]],
    ['prepare', [{ ...ORDER, count: 0 }, WORDS]],
    ['prepare', [{ ...ORDER, count: Number.NaN }, WORDS]],
    ['prepare', [{ ...ORDER, count: '1' }, WORDS]],
    ['prepare', [{ ...ORDER, lengthS: Number.POSITIVE_INFINITY }, WORDS]],
    ['prepare', [{ ...ORDER, prompt: 'a'.repeat(100_001) }, WORDS]],
    ['prepare', [{ ...ORDER, prompt: ['a'] }, WORDS]],
    ['prepare', [{ ...ORDER, start: { name: 'a', path: '/etc/passwd' } }, WORDS]],
    ['prepare', [{ ...ORDER, ingredients: { length: 1, 0: PICTURE } }, WORDS]],
    ['prepare', [{ ...ORDER, ingredients: [null] }, WORDS]],
    ['prepare', [{ ...ORDER, ingredients: Array(1) }, WORDS]],
    ['prepare', [{ ...ORDER, press: true }, WORDS]],
    ['prepare', [JSON.parse(`{"__proto__": ${JSON.stringify(ORDER)}}`), WORDS]],
    ['prepare', [Object.create(ORDER), WORDS]],
    ['takePicture', [{ name: 'a', mime: 'image/jpeg' }]],
    ['takePicture', [{ ...PICTURE, base64: 1 }]],
    ['takePicture', [[PICTURE]]],
    ['isReady', [null]],
    ['isReady', [{ toString: () => 'a document' }]],
    ['submitsSince', ['2026-11-25']],
    ['submitsSince', [{ documentId: 'd' }]],
    ['submitsSince', [{ documentId: 'd', seq: 3, at: 4 }]],
    ['submitsSince', [{ at: -1 }]],
    ['askForAddress', ['a'.repeat(201)]],
    ['help', ['reload()']],
    ['help', [['leaveAgent']]],
  ])('%s with %j is refused, and nothing is done', async (call, args) => {
    const { seen, answer } = send(call, ...args);
    expect(await answer).toMatchObject(BAD);
    expect(seen).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'submit', ''])(
    'there is no call %j',
    async (call) => {
      expect(await send(call).answer).toMatchObject({ ok: false, fault: { field: 'call' } });
    },
  );

  it.each([
    null,
    'look',
    [],
    { to: 'flowPage', call: 'look' },
    { to: 'flowPage', call: ['look'], args: [] },
    { to: 'flowPage', call: 'look', args: {} },
    { to: 'flowPage', call: 'look', args: [1, 2, 3, 4, 5] },
    { to: ['flowPage'], call: 'look', args: [] },
    { to: 'background', call: 'look', args: [] },
  ])('%j is left to others', (raw) => {
    const { calls, seen } = page();
    expect(answerInPage(calls, raw)).toBeNull();
    expect(seen).toEqual([]);
  });

  it('never throws, and prepares no order with a field that is not its own', async () => {
    const field = fc.constantFrom(...Object.keys(ORDER));
    const wrong = fc.oneof(fc.object(), fc.array(fc.anything()), fc.boolean(), fc.constant(undefined));
    await fc.assert(
      fc.asyncProperty(fc.anything(), field, wrong, async (anything, name, value) => {
        const { calls, seen } = page();
        await answerInPage(calls, anything);
        await answerInPage(calls, { to: 'flowPage', call: 'prepare', args: [anything, WORDS] });
        const isFine = name === 'ingredients' && Array.isArray(value) && value.length === 0;
        fc.pre(!isFine);
        await answerInPage(calls, {
          to: 'flowPage',
          call: 'prepare',
          args: [{ ...ORDER, [name]: value }, WORDS],
        });
        expect(seen).toEqual([]);
      }),
    );
  });

  it('a defect is told and not thrown', async () => {
    const calls = { ...page().calls, look: () => Promise.reject(new Error('the page is gone')) };
    expect(await answerInPage(calls, { to: 'flowPage', call: 'look', args: [] })).toMatchObject({
      fault: { type: 'Internal', words: 'Error: the page is gone' },
    });
  });
});
