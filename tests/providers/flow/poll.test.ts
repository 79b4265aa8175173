import { describe, expect, it } from 'vitest';
import type { FlowFacts } from '../../../lib/providers/flow/flow-facts.ts';
import type { SeenSubmit } from '../../../lib/providers/flow/presses.ts';
import type { Answer, Item, MediaRecord } from '../../../lib/providers/flow/page/report.ts';
import { stepOf } from '../../../lib/providers/flow/poll.ts';
import { id } from './wire.ts';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const MEDIA = [1, 2].map((at) => ({ mediaId: id(at), workflowId: null }));
const ITEM: Item = { prompt: null, model: null, aspect: null, lengthS: null, references: [], clientIds: [] };
const READ: Answer = {
  type: 'read',
  credits: null,
  listings: [],
  records: [],
  projects: [],
  isPart: false,
};

function sent(answer: Answer | null, seq = 1): SeenSubmit {
  const submit = { mode: 'image', projectId: null, batchId: null, items: [ITEM] } as const;
  return { documentId: id(9), seq, at: NOW, submit, answer };
}

function facts(part: Partial<FlowFacts>): FlowFacts {
  return {
    order: null,
    seen: [sent(READ)],
    media: [],
    known: [],
    larger: [],
    creditsBefore: null,
    creditsAt: null,
    ...part,
  };
}

function told(at: number, type: 'running' | 'done'): FlowFacts['known'][number] {
  const url = `https://flow-content.google/video/${id(at)}?Expires=9999999999`;
  const record: MediaRecord = {
    mediaId: id(at),
    workflowId: null,
    projectId: null,
    kind: 'video',
    progress: { type },
    posterUrl: null,
    mediaUrl: type === 'done' ? url : null,
    sizeBytes: null,
    seconds: null,
    width: null,
    height: null,
    prompt: null,
    model: null,
    references: [],
  };
  return { record, failures: 0 };
}

describe('an order that is followed', () => {
  it('is asked about by hand where the page has long told nothing of it', () => {
    const open = facts({ media: MEDIA.slice(0, 1), known: [told(1, 'running')] });
    expect(stepOf(open, NOW, NOW - 10_000)).toMatchObject({ type: 'answer', poll: { type: 'working' } });
    expect(stepOf(open, NOW, NOW - 2 * MINUTE_MS)).toMatchObject({ type: 'ask', mediaId: id(1) });
  });

  it('[L8] brings what it made where another request of it has long gone without an answer', () => {
    const half = facts({
      seen: [sent(READ), sent(null, 2)],
      media: MEDIA.slice(0, 1),
      known: [told(1, 'done')],
    });
    expect(stepOf(half, NOW, NOW - 9 * MINUTE_MS)).toMatchObject({ poll: { type: 'working' } });
    expect(stepOf(half, NOW, NOW - 11 * MINUTE_MS)).toMatchObject({
      poll: { type: 'produced', refs: [id(1)] },
    });
  });

  it('is waited for while its answer is open, however long that takes', () => {
    const step = stepOf(facts({ seen: [sent(null)] }), NOW, NOW - 20 * MINUTE_MS);
    // Where its document is gone, the project's listing is asked for.
    expect(step).toMatchObject({ type: 'list', poll: { type: 'working' } });
  });

  it('has failed where every answer is there and none names a media or an error', () => {
    const empty = facts({ seen: [sent(READ)] });
    expect(stepOf(empty, NOW, NOW - 10_000)).toMatchObject({ poll: { type: 'working' } });
    expect(stepOf(empty, NOW, NOW - 2 * MINUTE_MS)).toMatchObject({
      poll: { type: 'ended', fault: { type: 'ProviderFailed' } },
    });
    const lost = facts({ seen: [sent({ type: 'lost', how: 'error' })] });
    expect(stepOf(lost, NOW, NOW - 2 * MINUTE_MS)).toMatchObject({ poll: { type: 'working' } });
  });

  it('has as many outputs as were sent, whatever was ordered', () => {
    const known = [told(1, 'done')];
    const two = facts({ seen: [sent(READ), sent(null, 2)], media: MEDIA.slice(0, 1), known });
    expect(stepOf(two, NOW, NOW)).toMatchObject({ poll: { type: 'working' } });
    const both = facts({
      seen: [sent(READ), sent(READ, 2)],
      media: MEDIA,
      known: [...known, told(2, 'done')],
    });
    expect(stepOf(both, NOW, NOW)).toMatchObject({ poll: { type: 'produced', refs: [id(1), id(2)] } });
    const refused: Answer = { type: 'refused', status: { code: 8, words: '', reasons: [51] } };
    const oneRefused = facts({ seen: [sent(READ), sent(refused, 2)], media: MEDIA.slice(0, 1), known });
    expect(stepOf(oneRefused, NOW, NOW)).toMatchObject({ poll: { type: 'produced', refs: [id(1)] } });
  });
});
