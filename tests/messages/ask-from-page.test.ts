import { describe, expect, it } from 'vitest';
import { answerOf, backgroundForPage } from '../../lib/messages/ask-from-page.ts';
import type { Message } from '../../lib/messages/rpc.ts';

const LOOK = { blocks: [], projectId: null, documentId: null };
const UNREACHABLE = { ok: false, fault: { type: 'Unreachable' } };

describe('a Flow page that asks the background', () => {
  it('sends each call to the background, and what it is about', async () => {
    const sent: Message[] = [];
    const background = backgroundForPage(
      (message) => (sent.push(message), Promise.resolve({ ok: true, value: null })),
    );
    expect(await background.flowReport({ seq: 1 })).toEqual({ ok: true, value: null });
    await background.flowLook(LOOK);
    await background.flowDriver();
    expect(sent).toEqual([
      { to: 'background', call: 'flowReport', args: [{ seq: 1 }] },
      { to: 'background', call: 'flowLook', args: [LOOK] },
      { to: 'background', call: 'flowDriver', args: [] },
    ]);
  });

  it('[L10] says so where nobody answers', async () => {
    const background = backgroundForPage(() => Promise.reject(new Error('Extension context invalidated.')));
    expect(await background.flowReport({})).toEqual(UNREACHABLE);
  });

  it('hands on a fault that the background named', () => {
    const fault = { type: 'BadInput', field: 'seq', expected: 'a number' };
    expect(answerOf({ ok: false, fault })).toEqual({ ok: false, fault });
  });

  it.each([
    undefined,
    null,
    'ok',
    [],
    { ok: 'true', value: null },
    { ok: true },
    { ok: true, value: 1 },
    { ok: false },
    { ok: false, fault: null },
    { ok: false, fault: 'BadInput' },
    { ok: false, fault: { type: 'constructor' } },
    { ok: false, fault: { type: ['BadInput'] } },
    { value: null },
  ])('[L16] takes %j for no answer', (raw) => {
    expect(answerOf(raw)).toEqual(UNREACHABLE);
  });
});
