import { describe, expect, it } from 'vitest';
import { keyOf, openOutbox, OUTBOX_KEY, type Received } from '../../../lib/providers/flow/page/outbox.ts';
import { readCalls, readReply } from '../../../lib/providers/flow/page/batch-execute.ts';
import type { Report } from '../../../lib/providers/flow/page/report.ts';
import { readAnswer } from '../../../lib/providers/flow/page/shapes-answer.ts';
import { readSubmit } from '../../../lib/providers/flow/page/shapes-submit.ts';
import { parseReport } from '../../../lib/providers/flow/report.ts';
import {
  form,
  id,
  imageRecord,
  listing,
  ODD_PROMPT,
  POSTER_URL,
  record,
  reply,
  request,
  VIDEO_URL,
} from './wire.ts';

const about = (seq: number) => ({ documentId: id(900), seq, at: 1_790_000_000_000 });

function sent(seq: number, rpcid = 'YhhmEf'): Report {
  const [call] = readCalls(form(rpcid, request(rpcid)));
  const submit = call === undefined ? null : readSubmit(call);
  if (submit === null) throw new Error('no order');
  return { ...about(seq), rpcid, type: 'sent', submit };
}
function answered(seq: number, rpcid: string, payload: unknown, status: unknown = null): Report {
  const call = { rpcid, tag: 'generic', inner: null };
  const answer = readAnswer(call, readReply(reply(rpcid, payload, status)), 200);
  return { ...about(seq), rpcid, type: 'answered', answer };
}
const credits = (seq: number): Report => answered(seq, 'nzlxg', [seq]);

/** The storage of a tab: it outlives documents, is of a size, and may be closed. */
function storage(room = 5_000_000) {
  const items = new Map<string, string>();
  return {
    items,
    isClosed: false,
    room,
    getItem(key: string) {
      if (this.isClosed) throw new DOMException('Denied.', 'SecurityError');
      return items.get(key) ?? null;
    },
    setItem(key: string, value: string) {
      if (this.isClosed || value.length > this.room) throw new DOMException('Full.', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem(key: string) {
      if (this.isClosed) throw new DOMException('Denied.', 'SecurityError');
      items.delete(key);
    },
  };
}

const seqs = (reports: readonly Report[]): readonly number[] => reports.map(({ seq }) => seq);
function taker(answers: (report: Report) => Received) {
  const got: Report[] = [];
  const take = (report: Report): Promise<Received> => {
    got.push(report);
    return Promise.resolve(answers(report));
  };
  return { got, take };
}

describe('the outbox', () => {
  it('[L10] sends everything again, in order, until it is stored, and then never', async () => {
    const box = openOutbox(storage());
    for (const seq of [1, 2, 3]) box.add(sent(seq));
    const dead = taker(() => 'later');
    expect(await box.send(dead.take)).toBe(false);
    expect(await box.send(() => Promise.reject(new Error('nobody')))).toBe(false);
    expect(seqs(dead.got)).toEqual([1]);
    const half = taker(({ seq }) => (seq === 2 ? 'later' : 'stored'));
    expect(await box.send(half.take)).toBe(false);
    const alive = taker(() => 'stored');
    expect(await box.send(alive.take)).toBe(true);
    expect(seqs(alive.got)).toEqual([2, 3]);
    expect(await box.send(alive.take)).toBe(true);
    expect(alive.got).toHaveLength(2);
  });

  it('[L10] survives a reload, in order, with ids and nothing else', async () => {
    const tab = storage();
    const first = openOutbox(tab);
    const failed = [4, [3, 'Từ chối vì lý do', [['x.PublicAitkError', [12]]]]];
    const told = [
      sent(1, 'ogiZ0b'),
      sent(2, 'maseQ'),
      answered(2, 'ogiZ0b', [[imageRecord(false)], [listing()]]),
      answered(3, 'jwpduf', [null, 1, [record({ cell: failed, poster: POSTER_URL, url: VIDEO_URL })]]),
      answered(4, 'YhhmEf', undefined, [8, 'Từ chối vì lý do']),
      answered(5, 'UpteDb', [[[id(1), ['Phim bí mật']]]]),
    ];
    for (const report of told) first.add(report);
    expect(first.waiting()).toEqual(told);
    const after = openOutbox(tab).waiting();
    expect(after.map(keyOf)).toEqual(told.map(keyOf));
    const kept = tab.items.get(OUTBOX_KEY) ?? '';
    for (const word of [ODD_PROMPT.slice(0, 8), 'Bếp', 'cảnh 1', 'lý do', 'https', 'Phim', 'Signature'])
      expect(kept).not.toContain(word);
    for (const report of after) expect(parseReport(report)).toMatchObject({ ok: true });
    expect(after[0]).toMatchObject({ submit: { items: [{ prompt: { text: null }, references: [] }] } });
  });

  it('sends what is added while it sends, and never the same one twice at a time', async () => {
    const box = openOutbox(storage());
    box.add(sent(1));
    const late = taker(({ seq }) => {
      if (seq === 1) box.add(sent(2));
      return 'stored';
    });
    expect(await Promise.all([box.send(late.take), box.send(late.take)])).toEqual([true, true]);
    expect(seqs(late.got)).toEqual([1, 2]);
  });

  it('is held up by no report that can never be stored', async () => {
    const box = openOutbox(storage());
    for (const seq of [1, 2]) box.add(sent(seq));
    const strict = taker(({ seq }) => (seq === 1 ? 'refused' : 'stored'));
    expect(await box.send(strict.take)).toBe(true);
    expect(seqs(strict.got)).toEqual([1, 2]);
  });

  it('drops the oldest of what can be asked again before any order', () => {
    const tab = storage();
    const box = openOutbox(tab);
    box.add(sent(1));
    for (let seq = 2; seq < 260; seq++) box.add(credits(seq));
    box.add(sent(260));
    expect(seqs(box.waiting())).toEqual([1, ...Array.from({ length: 198 }, (_, at) => at + 62), 260]);
    for (let seq = 300; seq < 600; seq++) box.add(sent(seq));
    expect(box.waiting()).toHaveLength(200);
    expect((tab.items.get(OUTBOX_KEY) ?? '').length).toBeLessThanOrEqual(500_000);
  });

  it('takes a bounded part of the page’s room', () => {
    const tab = storage();
    const box = openOutbox(tab);
    const entries = Array.from({ length: 300 }, (_, at) => listing(id(1000 + at), id(2000 + at)));
    for (let seq = 1; seq < 60; seq++) box.add(answered(seq, 'Zzl0ze', [null, entries]));
    expect((tab.items.get(OUTBOX_KEY) ?? '').length).toBeLessThanOrEqual(500_000);
    expect(seqs(box.waiting()).at(-1)).toBe(59);
  });

  it('works from memory while the storage is full or closed, and takes nothing twice', async () => {
    const tab = storage();
    const box = openOutbox(tab);
    box.add(sent(1));
    tab.room = 0;
    box.add(sent(2));
    expect(seqs(box.waiting())).toEqual([1, 2]);
    const once = taker(({ seq }) => (seq === 2 ? 'later' : 'stored'));
    expect(await box.send(once.take)).toBe(false);
    expect(seqs(box.waiting())).toEqual([2]);
    tab.isClosed = true;
    box.add(sent(3));
    expect(seqs(box.waiting())).toEqual([2, 3]);
    [tab.isClosed, tab.room] = [false, 5_000_000];
    box.add(sent(4));
    expect(seqs(box.waiting())).toEqual([2, 3, 4]);
    expect(seqs(openOutbox(tab).waiting())).toEqual([2, 3, 4]);
    expect(await box.send(taker(() => 'stored').take)).toBe(true);
    expect(tab.items.size).toBe(0);
  });

  it('[L16] leaves out what the page wrote there that is no report', () => {
    const tab = storage();
    const good = JSON.stringify(sent(7));
    for (const junk of [
      '',
      'null',
      '{}',
      '[',
      '[[]]',
      '"x"',
      '[null,1,{"documentId":"x"}]',
      '['.repeat(2e6),
    ]) {
      tab.items.set(OUTBOX_KEY, junk);
      expect(openOutbox(tab).waiting()).toEqual([]);
    }
    tab.items.set(OUTBOX_KEY, `[{"documentId":5},${good},{"__proto__":{"seq":1}}]`);
    expect(seqs(openOutbox(tab).waiting())).toEqual([7]);
  });

  it('shares one storage with a newer script of the same tab', async () => {
    const tab = storage();
    const [older, newer] = [openOutbox(tab), openOutbox(tab)];
    older.add(sent(1));
    newer.add(sent(2));
    older.add(sent(3));
    const all = taker(() => 'stored');
    expect(await newer.send(all.take)).toBe(true);
    expect(seqs(all.got)).toEqual([1, 2, 3]);
    expect(older.waiting()).toEqual([]);
  });
});
