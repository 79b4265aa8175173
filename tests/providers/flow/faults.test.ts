import { describe, expect, it } from 'vitest';
import { factsOf, type FaultName } from '../../../lib/domain/fault.ts';
import { knownCodes } from '../../../lib/providers/flow/error-codes.ts';
import { faultOfAnswer, faultOfEnded, faultOfSubmit } from '../../../lib/providers/flow/faults.ts';

const status = (code: number | null, reasons: readonly (number | string)[] = [], words = '') => ({
  code,
  words,
  reasons,
});
const bare = { hasPicture: false, model: 'Veo 3.1 - Fast' };
const submit = (code: number | null, ...reasons: (number | string)[]) =>
  faultOfSubmit(status(code, reasons), bare);

/** Every group of the list, with the gRPC code that it came with or may come with. */
const GROUPS: ReadonlyArray<readonly [FaultName, number, readonly number[]]> = [
  [
    'ContentRefused',
    3,
    [1, 8, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 33, 41, 43, 47, 53, 61, 63, 68, 73],
  ],
  ['InputRefused', 3, [7, 26, 31, 44, 54, 55, 58, 64, 69]],
  ['RateLimited', 8, [3, 4, 5, 9, 28, 51, 72]],
  ['QuotaSpent', 8, [2, 32, 34, 48, 70, 71]],
  ['Distrusted', 7, [49, 50]],
  ['AccountRefused', 7, [11, 42, 45, 46, 65, 66, 67]],
  ['ProviderFailed', 13, [0, 27, 29, 30, 35, 36, 39, 40, 52, 56, 57, 59, 60]],
];

describe('every error of the service’s list', () => {
  it.each(GROUPS)('%s is what it becomes where it belongs to that group', (type, code, numbers) => {
    // INTERNAL says nothing by itself, so that it is the number that tells.
    for (const number of numbers)
      for (const each of [code, 13])
        expect([number, submit(each, number).fault.type]).toEqual([number, type]);
  });

  it('is there: 68 numbers from 0 to 73, none twice and none forgotten', () => {
    expect(GROUPS.flatMap(([, , numbers]) => numbers).toSorted((a, b) => a - b)).toEqual(knownCodes());
    expect(knownCodes()).toEqual(
      Array.from({ length: 74 }, (_, number) => number).filter(
        (number) => ![6, 10, 13, 37, 38, 62].includes(number),
      ),
    );
  });

  it('[L17] of distrust, of the account and of the session stops everything, and no other does', () => {
    const stops = knownCodes().filter((number) => submit(13, number).stopsAll);
    expect(stops).toEqual([11, 42, 45, 46, 49, 50, 65, 66, 67]);
    expect(submit(16)).toMatchObject({ fault: { type: 'SignedOut' }, stopsAll: true, accepted: 'no' });
  });

  it('of a model’s quota or load holds that model', () => {
    expect(knownCodes().filter((number) => submit(13, number).holdsModel)).toEqual([
      2, 5, 28, 32, 34, 48, 70, 71,
    ]);
  });

  it('is the same by number, by name, with and without what stands before it', () => {
    for (const [number, name] of [
      [49, 'UNUSUAL_ACTIVITY'],
      [32, 'PER_MODEL_DAILY_QUOTA_REACHED'],
      [12, 'PROMINENT_PEOPLE_FILTER_FAILED'],
      [35, 'SOMETHING_WENT_WRONG'],
    ] as const) {
      expect(submit(7, `PUBLIC_ERROR_${name}`)).toEqual(submit(7, number));
      expect(submit(7, name)).toEqual(submit(7, number));
      expect(submit(7, number).name).toBe(name);
    }
  });

  it('that says several things is what it says worst', () => {
    expect(submit(3, 14, 35, 50).fault.type).toBe('Distrusted');
    expect(submit(3, 35, 32).fault.type).toBe('QuotaSpent');
  });
});

describe('[L6] whether an order was taken', () => {
  it('is proven only by a refusal', () => {
    for (const number of knownCodes()) {
      const { accepted, charged, fault } = submit(13, number);
      const isProof = fault.type !== 'ProviderFailed';
      expect([number, accepted, charged]).toEqual([number, ...(isProof ? ['no', 'no'] : ['maybe', 'maybe'])]);
    }
    const proving = Array.from({ length: 18 }, (_, code) => code).filter(
      (code) => submit(code).accepted === 'no',
    );
    expect(proving).toEqual([3, 7, 8, 9, 11, 12, 16]);
  });

  it('is not told by an answer that is empty, lost, cut or a page', () => {
    for (const answer of [
      { type: 'empty' },
      { type: 'lost', how: 'timeout' },
      { type: 'unreadable', httpStatus: 200 },
      { type: 'html', httpStatus: 503 },
      { type: 'refused', status: status(5) },
      { type: 'refused', status: status(4) },
    ] as const) {
      expect(faultOfAnswer(answer, bare)).toMatchObject({
        accepted: 'maybe',
        charged: 'maybe',
        stopsAll: false,
      });
    }
    const read = {
      type: 'read',
      credits: 1,
      listings: [],
      records: [],
      projects: [],
      isPart: false,
    } as const;
    expect(faultOfAnswer(read, bare)).toBeNull();
  });

  it('is denied where the front door was shut', () => {
    for (const httpStatus of [400, 401, 403]) {
      expect(faultOfAnswer({ type: 'html', httpStatus }, bare)).toMatchObject({
        fault: { type: 'SignedOut' },
        accepted: 'no',
        stopsAll: true,
      });
    }
    expect(faultOfAnswer({ type: 'html', httpStatus: 429 }, bare)?.fault.type).toBe('RateLimited');
  });
});

describe('what a user is told', () => {
  it('is the service’s own words, or its name where it has none', () => {
    expect(faultOfSubmit(status(3, [14], 'Bạo lực.'), bare).fault).toEqual({
      type: 'ContentRefused',
      what: 'prompt',
      words: 'Bạo lực.',
    });
    expect(submit(3, 14).fault).toMatchObject({ words: 'violence filter' });
    expect(submit(3).fault).toMatchObject({
      type: 'InputRefused',
      what: 'settings',
      words: 'invalid argument',
    });
  });

  it('is to change the picture where the picture may be what was refused', () => {
    const withPicture = (number: number) =>
      faultOfSubmit(status(3, [number]), { ...bare, hasPicture: true }).fault;
    expect([12, 1, 14, 24, 33].map((number) => withPicture(number))).toMatchObject([
      { what: 'picture' },
      { what: 'picture' },
      { what: 'prompt' },
      { what: 'picture' },
      { what: 'result' },
    ]);
    expect(submit(3, 12).fault).toMatchObject({ what: 'prompt' });
    expect(submit(3, 24).fault).toMatchObject({ what: 'picture' });
  });

  it('[L7] of an order that ended says that it cost nothing, where the service says why it failed', () => {
    for (const number of knownCodes()) {
      const ended = faultOfEnded(status(13, [number]), bare);
      expect([number, ended.charged, factsOf(ended.fault).charged]).toEqual([number, 'no', 'no']);
    }
    for (const unsaid of [null, status(null, [], 'Media not found.'), status(5), status(13)]) {
      const ended = faultOfEnded(unsaid, bare);
      expect(ended.charged).toBe('maybe');
      expect(ended.stopsAll).toBe(false);
    }
  });
});

describe('an error that is on no list', () => {
  it.each([
    ['PUBLIC_ERROR_UNUSUAL_ACTIVITY_DEVICE', 'Distrusted'],
    ['CAPTCHA_REJECTED', 'Distrusted'],
    ['PUBLIC_ERROR_WEEKLY_QUOTA_REACHED', 'QuotaSpent'],
    ['PUBLIC_ERROR_CONCURRENT_VIDEOS', 'RateLimited'],
    ['PUBLIC_ERROR_UNSAFE_IMAGE_INPUT', 'ContentRefused'],
    ['PUBLIC_ERROR_WAR_FILTER', 'ContentRefused'],
    ['CREDENTIALS_MISSING', 'SignedOut'],
    ['PUBLIC_ERROR_NEVER_HEARD_OF', 'ProviderFailed'],
  ])('%s is placed by its words: %s', (name, type) => {
    expect(submit(13, name).fault.type).toBe(type);
  });

  it('is placed by its code where its words or number say nothing', () => {
    const of = (code: number | null) => submit(code, 999).fault.type;
    expect([7, 8, 16, 3, 13, 14, null].map(of)).toEqual([
      'AccountRefused',
      'RateLimited',
      'SignedOut',
      'InputRefused',
      'ProviderFailed',
      'ServerUnreachable',
      'ServerUnreachable',
    ]);
    expect(submit(4242).fault.type).toBe('ServerUnreachable');
    expect(submit(-3).fault.type).toBe('ProviderFailed');
  });
});
