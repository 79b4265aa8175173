import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readCalls, readReply } from '../../../lib/providers/flow/page/batch-execute.ts';
import { form, framed, id, ODD_PROMPT, PROOF, reply } from './wire.ts';

const MEGABYTE = 1024 * 1024;

function payloadsOf(text: string): readonly unknown[] {
  const read = readReply(text);
  return read.type === 'rows' ? read.rows.map(({ payload }) => payload) : [];
}

describe('a request of the page', () => {
  it('is read whatever the words and however the form is written', () => {
    const inner = [ODD_PROMPT, 'a+b', 1];
    const written = form('YhhmEf', inner);
    const asForm = new URLSearchParams([
      ['at', PROOF],
      ['f.req', JSON.stringify([[['YhhmEf', JSON.stringify(inner), null, 'generic']]])],
    ]).toString();
    for (const body of [written, asForm]) {
      expect(readCalls(body)).toEqual([{ rpcid: 'YhhmEf', tag: 'generic', inner }]);
    }
  });

  it('gives every call that it carries, and one that cannot be read as empty', () => {
    const calls = [
      ['nzlxg', '[]', null, '1'],
      ['jwpduf', '[1', null, '2'],
      [7, '[]', null, '3'],
      ['a b', '[]', null, '4'],
    ];
    expect(readCalls(`f.req=${encodeURIComponent(JSON.stringify([calls]))}`)).toEqual([
      { rpcid: 'nzlxg', tag: '1', inner: [] },
      { rpcid: 'jwpduf', tag: '2', inner: undefined },
    ]);
  });

  it('is never read beyond its one field', () => {
    const calls = encodeURIComponent('[[["ogiZ0b","[]"]]]');
    expect(readCalls(`at=${calls}&xf.req=${calls}`)).toEqual([]);
    expect(JSON.stringify(readCalls(form('YhhmEf', [1])))).not.toContain(PROOF.slice(0, 10));
  });

  it('without f.req, malformed or of another kind gives no call and no exception', () => {
    for (const body of [
      '',
      '&',
      'at=123[[["ogiZ0b","[]"]]]',
      'f.req=',
      'f.req=%',
      'f.req=%7B%7D',
      'f.req=[[1,null]]',
      'f.req=[[[]]]',
    ]) {
      expect(readCalls(body)).toEqual([]);
    }
  });

  it('leaves out a picture of 20 MB that stands in it, and keeps the rest', () => {
    const inner = ['QUJD/+8='.repeat(2.5 * MEGABYTE), 'a "b" \\', id(3)];
    const [call] = readCalls(form('maseQ', inner));
    expect(call?.inner).toEqual(['', 'a "b" \\', id(3)]);
  });
});

describe('a reply of the service', () => {
  it('is read by its brackets, whatever its lengths say', () => {
    expect(payloadsOf(reply('jwpduf', [ODD_PROMPT, ']]]]"[']))).toEqual([[ODD_PROMPT, ']]]]"[']]);
    const rows = '[["wrb.fr","nzlxg","[1]",null,null,null,"generic"]\n,["di",1]\n]';
    expect(payloadsOf(`)]}'\n\n99999\n${rows}\n-3\n${rows}`)).toEqual([[1], [1]]);
  });

  it('gives an error, an error without a call, and a row with nothing in it', () => {
    const text = framed([
      ['wrb.fr', 'ogiZ0b', null, null, null, [7, 'no'], 'generic'],
      ['er', null, null, null, null, 400, null, null, null, 9],
      ['wrb.fr', 'MZZa6b', null, null, null, null, 'generic'],
      ['wrb.fr', 'YhhmEf', null, null, null, [], 'generic'],
      ['er'],
      ['wrb.fr', null, null, null, null, [3], 'generic'],
      ['wrb.fr', null, '[]', null, null, null, 'generic'],
    ]);
    const nothing = { payload: null, status: null, tag: 'generic' };
    expect(readReply(text)).toEqual({
      type: 'rows',
      rows: [
        { ...nothing, rpcid: 'ogiZ0b', status: { code: 7, words: 'no', reasons: [] } },
        { ...nothing, rpcid: null, tag: '', status: { code: 400, words: '', reasons: [] } },
        { ...nothing, rpcid: 'MZZa6b' },
        { ...nothing, rpcid: 'YhhmEf' },
        { ...nothing, rpcid: null, tag: '', status: { code: 2, words: '', reasons: [] } },
        { ...nothing, rpcid: null, status: { code: 3, words: '', reasons: [] } },
      ],
    });
  });

  it('that is a page for people is told from one that makes no sense', () => {
    expect(readReply('<!doctype html><script>var a=[["wrb.fr","x","[]"]]</script>').type).toBe('html');
    expect(readReply(")]}'\n<html>").type).toBe('html');
    for (const text of ['', ")]}'", ")]}'\n\n5\n[]", '{}', '[1,2]', '[[]]', '[[["wrb.fr"]]]']) {
      expect(readReply(text).type).toBe('unreadable');
    }
  });

  it('cut off anywhere gives only rows that are whole', () => {
    const whole = reply('jwpduf', [ODD_PROMPT]);
    for (let length = 0; length < whole.length; length++) {
      for (const payload of payloadsOf(whole.slice(0, length))) expect(payload).toEqual([ODD_PROMPT]);
    }
    expect(readReply(whole.slice(0, 60)).type).toBe('unreadable');
  });

  it('with a chunk that is no JSON loses that chunk alone', () => {
    expect(payloadsOf(`)]}'\n9\n[nonsense]\n9\n${reply('nzlxg', [5])}`)).toEqual([[5]]);
  });

  it('nested deeper than the stack is read or left, never an exception', () => {
    const deep = '['.repeat(2_000_000) + ']'.repeat(2_000_000);
    expect(payloadsOf(reply('jwpduf', undefined).replace('null', JSON.stringify(deep)))).toHaveLength(1);
    expect(readReply(deep).type).toBe('unreadable');
    expect(readReply('['.repeat(10 * MEGABYTE)).type).toBe('unreadable');
  });

  it('looks at each character a few times at most, whatever it is made of', () => {
    const worst = ['[', '"', '[]', '\\"', '[["wrb.fr","a",null]]', ' '];
    for (const part of worst) {
      const text = part.repeat(MEGABYTE / 16 / part.length);
      const looked = charactersLookedAt(() => readReply(text));
      // A second look from each character on would be tens of thousands of times the length.
      expect([part, looked < 8 * text.length]).toEqual([part, true]);
    }
  });

  it('of any characters at all is never an exception', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('[', '"', ']', '\\', 'wrb.fr'),
    );
    fc.assert(
      fc.property(fc.array(junk), (parts) => {
        readReply(parts.join(''));
        readCalls(`f.req=${parts.join('')}`);
        readCalls(form('jwpduf', parts));
      }),
    );
  });
});

/** Counts the characters that string methods and the parser go over: work, whatever the machine's speed. */
function charactersLookedAt(run: () => void): number {
  let looked = 0;
  const { charCodeAt, indexOf, slice } = String.prototype;
  const spies = [
    vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
      looked += 1;
      return charCodeAt.call(this, at);
    }),
    vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, part: string, from = 0) {
      const found = indexOf.call(this, part, from);
      looked += (found === -1 ? this.length : found) - from;
      return found;
    }),
    vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from, to) {
      const part = slice.call(this, from, to);
      looked += part.length;
      return part;
    }),
  ];
  try {
    run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return looked;
}
