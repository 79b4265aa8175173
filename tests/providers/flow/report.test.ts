import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../lib/providers/flow/page/report.ts';
import { parseReport } from '../../../lib/providers/flow/report.ts';
import { BATCH, id, POSTER_URL, PROJECT, VIDEO_URL } from './wire.ts';

const about = { documentId: id(900), seq: 1, rpcid: 'YhhmEf', at: 1_790_000_000_000 };
const item = {
  prompt: { key: 'abc1', text: 'a fox' },
  model: 'abra_t2v_6s',
  aspect: '16:9',
  lengthS: 6,
  references: [id(9)],
  clientIds: [id(3)],
};
const sent = {
  ...about,
  type: 'sent',
  submit: { mode: 'text', projectId: PROJECT, batchId: BATCH, items: [item] },
};
const record = {
  mediaId: id(21),
  workflowId: id(22),
  projectId: PROJECT,
  kind: 'video',
  progress: { type: 'failed', status: { code: 3, words: 'no', reasons: [12, 'PUBLIC_ERROR_MINOR'] } },
  posterUrl: POSTER_URL,
  mediaUrl: VIDEO_URL,
  sizeBytes: 1,
  seconds: 6,
  width: null,
  height: null,
  prompt: null,
  model: null,
  references: [],
};
const read = { type: 'read', credits: 3, listings: [], records: [record], projects: [], isPart: false };
const answered = { ...about, type: 'answered', answer: read };

/** A copy with something else at a path. */
function changed(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(first), changed(value[Number(first)], rest, to));
  const object = value as Record<string, unknown>;
  return { ...object, [first]: changed(object[first], rest, to) };
}

describe('a report from a page', () => {
  it('[L16] is taken as it is where it is one', () => {
    for (const report of [sent, answered]) expect(parseReport(report)).toEqual({ ok: true, value: report });
  });

  it('[L18] loses every field that no report has', () => {
    const inner = changed(sent, ['submit', 'items', 0, 'token'], 'x');
    const more = { ...(inner as object), projectKey: 'y', __proto__: { z: 1 } };
    expect(parseReport(more)).toEqual({ ok: true, value: sent });
  });

  it.each([
    ['documentId', sent, ['documentId'], 'x'],
    ['seq', sent, ['seq'], 0],
    ['at', sent, ['at'], 1.5],
    ['rpcid', sent, ['rpcid'], 'a b'],
    ['type', sent, ['type'], 'start'],
    ['submit.mode', sent, ['submit', 'mode'], 'everything'],
    ['submit.items', sent, ['submit', 'items'], Array.from({ length: LIMITS.items + 1 }, () => item)],
    ['submit.items.0.prompt.text', sent, ['submit', 'items', 0, 'prompt', 'text'], 'x'.repeat(10_001)],
    ['submit.items.0.model', sent, ['submit', 'items', 0, 'model'], 'x'.repeat(81)],
    ['submit.items.0.references.0', sent, ['submit', 'items', 0, 'references', 0], 'two words'],
    ['answer.records.0.mediaUrl', answered, ['answer', 'records', 0, 'mediaUrl'], 'https://evil.test/video'],
    [
      'answer.records.0.mediaUrl',
      answered,
      ['answer', 'records', 0, 'mediaUrl'],
      'https://flow-content.google@evil.test/',
    ],
    [
      'answer.records.0.mediaUrl',
      answered,
      ['answer', 'records', 0, 'mediaUrl'],
      'https://u:p@flow-content.google/video/x',
    ],
    ['answer.records.0.posterUrl', answered, ['answer', 'records', 0, 'posterUrl'], 'chrome-extension://x/y'],
    [
      'answer.records.0.progress.status.reasons.0',
      answered,
      ['answer', 'records', 0, 'progress', 'status', 'reasons', 0],
      'low',
    ],
    ['answer.credits', answered, ['answer', 'credits'], Number.NaN],
    ['answer.credits', answered, ['answer', 'credits'], -1],
  ])('[L16] names %s where that cannot be', (field, good, path, bad) => {
    expect(parseReport(changed(good, path, bad))).toMatchObject({
      ok: false,
      fault: { type: 'BadInput', field },
    });
  });

  it('[L16] of any shape is refused or bounded, never an exception', () => {
    const paths = [[], ['submit'], ['answer'], ['answer', 'records', 0], ['submit', 'items', 0], ['seq']];
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom(sent, answered),
        fc.constantFrom(...paths),
        (any, good, path) => {
          const [first] = path;
          const parsed = parseReport(first === undefined || first in good ? changed(good, path, any) : any);
          return !parsed.ok || JSON.stringify(parsed.value).length < 500_000;
        },
      ),
    );
  });
});
