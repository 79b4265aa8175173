import { describe, expect, it } from 'vitest';
import { isFlowId, type FlowId } from '../../../../lib/providers/flow/page/flow-id.ts';
import { keepForHello, parseHello, type Hello } from '../../../../lib/providers/flow/page/hello.ts';
import { noteTraffic } from '../../../../lib/providers/flow/page/own-traffic.ts';
import type { Report } from '../../../../lib/providers/flow/page/report.ts';

const DOCUMENT = idOf('0123abcd-0000-4000-8000-000000000001');
const OTHER = idOf('0123abcd-0000-4000-8000-000000000002');
const SINCE = 1_790_000_000_000;

function idOf(text: string): FlowId {
  if (!isFlowId(text)) throw new Error('It is no id.');
  return text;
}

function report(seq: number, mode: 'image' | 'enlarge' = 'image'): Report {
  const about = { documentId: DOCUMENT, seq, rpcid: 'OSvLuf', at: SINCE + seq, type: 'sent' } as const;
  return mode === 'image'
    ? { ...about, submit: { mode, projectId: null, batchId: null, items: [] } }
    : { ...about, submit: { mode, projectId: null, ids: [] } };
}

/** A hello as it comes through the page, after these reports. */
function helloAfter(...reports: readonly Report[]): Hello {
  const kept = keepForHello(SINCE);
  reports.forEach(kept.note);
  return JSON.parse(JSON.stringify(kept.hello({ documentId: DOCUMENT, sees: true })));
}

describe('the hello of an observer', () => {
  it('[L10] tells the next script what its document has sent', () => {
    const traffic = noteTraffic();
    traffic.noteHello(helloAfter(report(1), report(2, 'enlarge'), report(3)));
    expect(traffic.documentId()).toBe(DOCUMENT);
    expect(traffic.lastSeq()).toBe(3);
    expect(traffic.submitsSince({ at: SINCE })).toEqual([`${DOCUMENT} 1`, `${DOCUMENT} 3`]);
    expect(traffic.submitsSince({ at: SINCE + 2 })).toEqual([`${DOCUMENT} 3`]);
    traffic.note(report(4));
    expect(traffic.submitsSince({ at: SINCE + 2 })).toEqual([`${DOCUMENT} 3`, `${DOCUMENT} 4`]);
  });

  it('[L6] tells what came after a report of its own document, and nothing of another', () => {
    const traffic = noteTraffic();
    traffic.noteHello(helloAfter(report(1), report(3)));
    expect(traffic.submitsSince({ documentId: DOCUMENT, seq: 1 })).toEqual([`${DOCUMENT} 3`]);
    expect(traffic.submitsSince({ documentId: DOCUMENT, seq: 3 })).toEqual([]);
    expect(traffic.submitsSince({ documentId: OTHER, seq: 0 })).toBeNull();
  });

  it('says nothing of a time before it saw', () => {
    const traffic = noteTraffic();
    expect(traffic.submitsSince({ at: SINCE })).toBeNull();
    traffic.noteHello(helloAfter());
    expect(traffic.submitsSince({ at: SINCE - 1 })).toBeNull();
    expect(traffic.submitsSince({ at: SINCE })).toEqual([]);
  });

  it('counts for nothing where it does not see, and once where it does', () => {
    const traffic = noteTraffic();
    traffic.noteHello({ ...helloAfter(report(1)), sees: false });
    expect(traffic.documentId()).toBeNull();
    traffic.noteHello(helloAfter(report(1)));
    traffic.noteHello({ ...helloAfter(), documentId: OTHER });
    traffic.noteHello(helloAfter(report(1)));
    expect(traffic.documentId()).toBe(DOCUMENT);
    expect(traffic.submitsSince({ at: SINCE })).toEqual([`${DOCUMENT} 1`]);
  });

  it('stays short however much is sent', () => {
    const hello = helloAfter(...Array.from({ length: 500 }, (_, at) => report(at + 1)));
    expect(hello.submits).toHaveLength(200);
    expect(hello.submits.at(-1)).toEqual({ seq: 500, at: SINCE + 500 });
    expect(parseHello(hello)).toEqual(hello);
  });

  it.each([null, 'hello', [], {}])('[L16] is not %j', (raw) => {
    expect(parseHello(raw)).toBeNull();
  });

  it.each([
    { documentId: '../../etc' },
    { sees: 'yes' },
    { since: -1 },
    { since: '0' },
    { lastSeq: 1.5 },
    { lastSeq: Number.MAX_VALUE },
    { submits: null },
    { submits: { length: 1 } },
    { submits: [null] },
    { submits: [{ seq: 1 }] },
    { submits: [{ seq: '1', at: 1 }] },
    { submits: Array.from({ length: 201 }, () => ({ seq: 1, at: 1 })) },
  ])('[L16] [L18] is not taken from the page with %j', (wrong) => {
    expect(parseHello({ ...helloAfter(), ...wrong })).toBeNull();
  });

  it('hands on no field that the page has added', () => {
    const hello = helloAfter(report(1));
    const forged = { ...hello, token: 'x', submits: hello.submits.map((each) => ({ ...each, token: 'x' })) };
    expect(parseHello(forged)).toEqual(hello);
  });
});
