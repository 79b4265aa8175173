import { describe, expect, it } from 'vitest';
import { readStatus } from '../../../lib/providers/flow/page/status.ts';

const INFO = 'type.googleapis.com/google.rpc.ErrorInfo';
const ERROR = 'type.googleapis.com/google.internal.labs.aisandbox.proto.common.v1.PublicAitkError';

/** Protobuf by hand: a number field, and a field of bytes. */
const number = (field: number, value: number): number[] => [field * 8, value];
const bytes = (field: number, value: readonly number[]): number[] => [field * 8 + 2, value.length, ...value];
const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
const base64 = (value: readonly number[]): string => Buffer.from(value).toString('base64');

const reasonsOf = (details: unknown): unknown => readStatus([7, null, details])?.reasons;

describe('an error of the service', () => {
  it('says its code, its words and its names', () => {
    expect(readStatus([8, 'Chậm lại', [[INFO, ['PUBLIC_ERROR_HIGH_TRAFFIC']]]])).toEqual({
      code: 8,
      words: 'Chậm lại',
      reasons: ['PUBLIC_ERROR_HIGH_TRAFFIC'],
    });
    expect(readStatus([5])).toEqual({ code: 5, words: '', reasons: [] });
    expect(readStatus([null, 'Media not found.'])).toEqual({
      code: null,
      words: 'Media not found.',
      reasons: [],
    });
  });

  it('names itself as a number, a name or base64 of a protobuf, alone or whole', () => {
    expect(reasonsOf([[ERROR, [49]]])).toEqual([49]);
    expect(reasonsOf([[ERROR, [null, [12]]]])).toEqual([12]);
    expect(reasonsOf([[ERROR, base64(number(1, 51))]])).toEqual([51]);
    const info = bytes(1, text('PUBLIC_ERROR_SEXUAL'));
    expect(reasonsOf([[INFO, base64(info)]])).toEqual(['PUBLIC_ERROR_SEXUAL']);
    expect(reasonsOf([base64([...bytes(1, text(INFO)), ...bytes(2, info)])])).toEqual([
      'PUBLIC_ERROR_SEXUAL',
    ]);
    expect(reasonsOf([base64([...bytes(1, text(ERROR)), ...bytes(2, number(1, 32))])])).toEqual([32]);
    expect(reasonsOf([base64([...number(3, 1), 0xff, ...text('xPUBLIC_ERROR_MINOR!')])])).toEqual([
      'PUBLIC_ERROR_MINOR',
    ]);
  });

  it('says each name once, and numbers only where the list of errors is meant', () => {
    expect(
      reasonsOf([
        [ERROR, [49]],
        [ERROR, [49]],
        [INFO, ['PUBLIC_ERROR_MINOR']],
      ]),
    ).toEqual([49, 'PUBLIC_ERROR_MINOR']);
    expect(reasonsOf([['type.googleapis.com/google.rpc.RetryInfo', [[30]]]])).toEqual([]);
  });

  it('that is none, or junk, is no error and no exception', () => {
    for (const value of [undefined, null, 7, 'x', [], [0], [null], [null, null, []], [{}, {}, {}]]) {
      expect(readStatus(value)).toBeNull();
    }
    const junk = ['%%%', base64([0x0a, 0xff]), base64([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), 'A'];
    for (const value of junk)
      expect(reasonsOf([value, [INFO, value], [value, [value]]])).not.toContain(value);
    expect(readStatus([7, 'w'.repeat(5000)])?.words).toHaveLength(300);
    expect(reasonsOf(Array.from({ length: 1e6 }, (_, at) => [ERROR, [at]]))).toHaveLength(5);
  });
});
