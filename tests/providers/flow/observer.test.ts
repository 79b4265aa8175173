import { describe, expect, it, vi } from 'vitest';
import { observe, type Observed } from '../../../lib/providers/flow/page/observer.ts';
import type { Report } from '../../../lib/providers/flow/page/report.ts';
import { parseReport } from '../../../lib/providers/flow/report.ts';
import { openPage, type FakePage, type Serve } from './fake-page.ts';
import { context, form, id, listing, PROOF, record, reply, request, REQUESTS, TOKEN, urlOf } from './wire.ts';

const MEGABYTE = 1024 * 1024;
const good: Serve = (url) => ({
  status: 200,
  text: reply(/rpcids=(\w+)/.exec(url)?.[1] ?? '', [null, 1040, [listing()], [record()]]),
});

function watched(serve: Serve = good) {
  const page = openPage(serve);
  const reports: Report[] = [];
  const observed = observe(page, (report) => reports.push(report));
  if (observed === null) throw new Error('not observed');
  return { page, reports, observed };
}

const send = (page: FakePage, rpcid: string, asked = {}) =>
  page.sends(urlOf(rpcid), form(rpcid, request(rpcid, asked)));

describe('the observer', () => {
  it('tells of an order when it is sent and of its answer when that comes', async () => {
    const { page, reports, observed } = watched();
    await send(page, 'YhhmEf');
    const about = { documentId: observed.documentId, seq: 1, rpcid: 'YhhmEf', at: 1_790_000_000_000 };
    expect(reports).toMatchObject([
      { ...about, type: 'sent', submit: { mode: 'text' } },
      {
        ...about,
        type: 'answered',
        answer: { type: 'read', credits: 1040, listings: [{ mediaId: id(21) }] },
      },
    ]);
    await send(page, 'ogiZ0b');
    expect(reports.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      '1 sent',
      '1 answered',
      '2 sent',
      '2 answered',
    ]);
  });

  it('tells of the order before its answer is there', () => {
    const { page, reports } = watched();
    void send(page, 'MZZa6b');
    expect(reports.map(({ type }) => type)).toEqual(['sent']);
  });

  it('tells only the answer of what makes nothing, and nothing of chatter', async () => {
    const { page, reports } = watched();
    await page.sends(urlOf('jwpduf'), form('jwpduf', [null, null, [[id(21)]]]));
    await page.sends(urlOf('WuwhI'), form('WuwhI', [['log', 1]]));
    await page.sends('/other', form('YhhmEf', request('YhhmEf')));
    expect(reports.map(({ rpcid, type }) => `${rpcid} ${type}`)).toEqual(['jwpduf answered']);
  });

  it('takes the call from the body where the URL names none, and from the URL where the body hides it', async () => {
    const { page, reports } = watched();
    await page.sends(urlOf('').replace('rpcids=&', ''), form('nprQif', request('nprQif')));
    await page.sends(urlOf('MZZa6b'), new Blob([form('MZZa6b', request('MZZa6b'))]));
    const fields = new URLSearchParams(form('YhhmEf', request('YhhmEf')));
    await page.sends(urlOf('YhhmEf'), fields);
    expect(reports.filter(({ type }) => type === 'sent')).toMatchObject([
      { rpcid: 'nprQif', submit: { mode: 'startEnd' } },
      { rpcid: 'MZZa6b', submit: { mode: 'unknown', items: [] } },
      { rpcid: 'YhhmEf', submit: { mode: 'text' } },
    ]);
  });

  it('tells how an answer was lost', async () => {
    for (const how of ['error', 'abort', 'timeout'] as const) {
      const { page, reports } = watched(() => how);
      expect(await send(page, 'YhhmEf')).toMatchObject({ ended: how });
      expect(reports[1]).toMatchObject({ seq: 1, answer: { type: 'lost', how } });
    }
    const { page, reports } = watched(() => ({ status: 400, text: '<html>' }));
    await send(page, 'YhhmEf');
    expect(reports[1]).toMatchObject({ answer: { type: 'html', httpStatus: 400 } });
  });

  it('does not tell again of a poll that changed nothing, but of every failure', async () => {
    let cell: unknown = [2];
    const { page, reports } = watched(() => ({
      status: 200,
      text: reply('jwpduf', [null, 9, [record({ cell })]]),
    }));
    const poll = () => page.sends(urlOf('jwpduf'), form('jwpduf', [null, null, [[id(21)]]]));
    for (const next of [[2], [2], [3], [4, [5]], [4, [5]], [2]]) {
      cell = next;
      await poll();
    }
    expect(reports).toHaveLength(5);
  });

  it('reads an answer given as bytes, and one of another kind not at all', async () => {
    const { page, reports } = watched();
    for (const type of ['arraybuffer', 'blob'] as const) {
      const xhr = new page.XMLHttpRequest();
      xhr.open('POST', urlOf('YhhmEf'));
      xhr.responseType = type;
      xhr.send(form('YhhmEf', request('YhhmEf')));
      await vi.waitFor(() => expect(reports).toHaveLength(type === 'blob' ? 4 : 2));
    }
    expect(reports[1]).toMatchObject({ answer: { type: 'read' } });
    expect(reports[3]).toMatchObject({ answer: { type: 'unreadable' } });
  });

  it('reads fetch too, by a copy, and hands on the very promise', async () => {
    const { page, reports } = watched();
    const answer = await page.fetch(urlOf('YhhmEf'), { body: form('YhhmEf', request('YhhmEf')) });
    expect(await answer.text()).toContain('wrb.fr');
    await vi.waitFor(() => expect(reports).toHaveLength(2));
    expect(reports[1]).toMatchObject({ answer: { type: 'read', credits: 1040 } });
    const promise = Promise.resolve(new Response('{}'));
    const other = openPage(good);
    other.fetch = () => promise;
    observe(other, () => undefined);
    expect(other.fetch('/x')).toBe(promise);
    expect(other.fetch(urlOf('nzlxg'), { body: form('nzlxg', []) })).toBe(promise);
  });

  it('tells how a fetch was lost, and the page meets the same rejection', async () => {
    for (const [served, how] of [
      ['abort', 'abort'],
      ['error', 'error'],
    ] as const) {
      const { page, reports } = watched(() => served);
      await expect(page.fetch(urlOf('YhhmEf'), { body: form('YhhmEf', request('YhhmEf')) })).rejects.toThrow(
        how === 'abort' ? 'Aborted.' : 'Failed',
      );
      await vi.waitFor(() => expect(reports[1]).toMatchObject({ answer: { type: 'lost', how } }));
    }
  });
});

describe('the page under the observer', () => {
  it('[L17] sees the same answers, exceptions and receivers as without it', async () => {
    const outcomes = async (isObserved: boolean): Promise<unknown> => {
      const page = openPage(good);
      if (isObserved) observe(page, () => undefined);
      const Xhr = page.XMLHttpRequest;
      const caught = (run: () => unknown): unknown => {
        try {
          return run();
        } catch (error) {
          return error instanceof Error ? `${error.name}: ${error.message}` : error;
        }
      };
      const xhr = new Xhr();
      return [
        caught(() => xhr.open('TRACE', '/x')),
        caught(() => xhr.send('')),
        caught(() => xhr.open('POST', urlOf('YhhmEf'))),
        caught(() => xhr.send(form('YhhmEf', request('YhhmEf')))),
        caught(() => xhr.send('again')),
        caught(() => Reflect.apply(Xhr.prototype.send, {}, [''])),
        caught(() => Reflect.apply(Xhr.prototype.send, undefined, [''])),
        await send(page, 'YhhmEf'),
      ];
    };
    expect(await outcomes(true)).toEqual(await outcomes(false));
  });

  it('[L17] sends each request once, with the body that it gave', async () => {
    const bodies: unknown[] = [];
    const { page } = watched((url, body) => {
      bodies.push(body);
      return good(url, body);
    });
    const body = form('YhhmEf', request('YhhmEf'));
    const blob = new Blob(['x']);
    await page.sends(urlOf('YhhmEf'), body);
    await page.sends(urlOf('YhhmEf'), blob);
    await page.fetch(urlOf('YhhmEf'), { body });
    expect(bodies).toEqual([body, blob, body]);
    expect(bodies[1]).toBe(blob);
  });

  it('a send that throws told of no order, and the one before is still followed', async () => {
    const { page, reports } = watched();
    const xhr = new page.XMLHttpRequest();
    expect(() => xhr.send('')).toThrow('Not opened');
    xhr.open('POST', urlOf('YhhmEf'));
    xhr.send(form('YhhmEf', request('YhhmEf')));
    expect(() => xhr.send(form('YhhmEf', request('YhhmEf')))).toThrow('Not opened');
    await vi.waitFor(() => expect(reports.length).toBeGreaterThan(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reports.map(({ type }) => type)).toEqual(['sent', 'answered']);
  });

  it('may use one object again at once: no answer is taken from the other request', async () => {
    const { page, reports } = watched();
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', urlOf('YhhmEf'));
    xhr.onload = () => {
      xhr.onload = null;
      xhr.open('POST', urlOf('YhhmEf'));
      xhr.send(form('YhhmEf', request('YhhmEf')));
    };
    xhr.send(form('YhhmEf', request('YhhmEf')));
    await vi.waitFor(() => expect(reports).toHaveLength(4));
    expect(reports).toMatchObject([
      { seq: 1, type: 'sent' },
      { seq: 2, type: 'sent' },
      { seq: 1, answer: { type: 'unreadable', httpStatus: 0 } },
      { seq: 2, answer: { type: 'read' } },
    ]);
  });

  it('reads its answer before the observer does', async () => {
    const { page, reports } = watched();
    const told: number[] = [];
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', urlOf('YhhmEf'));
    xhr.send(form('YhhmEf', request('YhhmEf')));
    xhr.addEventListener('load', () => told.push(reports.length));
    await vi.waitFor(() => expect(reports).toHaveLength(2));
    expect(told).toEqual([1]);
  });

  it('may wrap requests itself, before or after', async () => {
    for (const isFirst of [true, false]) {
      const page = openPage(good);
      const reports: Report[] = [];
      const wrap = (): void => {
        const { send: native } = page.XMLHttpRequest.prototype;
        page.XMLHttpRequest.prototype.send = function (body) {
          return native.call(this, body);
        };
        page.XMLHttpRequest = class extends page.XMLHttpRequest {};
      };
      if (isFirst) wrap();
      observe(page, (report) => reports.push(report));
      if (!isFirst) wrap();
      await send(page, 'YhhmEf');
      expect(reports.map(({ type }) => type)).toEqual(['sent', 'answered']);
    }
  });

  it('never meets a fault of ours', async () => {
    const page = openPage(good);
    observe(page, () => {
      throw new Error('ours');
    });
    expect(await send(page, 'YhhmEf')).toMatchObject({ status: 200, ended: 'load' });
    page.Date.now = () => {
      throw new Error('theirs');
    };
    expect(await send(page, 'YhhmEf')).toMatchObject({ status: 200 });
    const answer = await page.fetch(urlOf('YhhmEf'), { body: form('YhhmEf', request('YhhmEf')) });
    expect(answer.status).toBe(200);
  });

  it('is watched once, however often the script comes', async () => {
    const { page, reports, observed } = watched();
    const later: Report[] = [];
    const { send: wrapped } = page.XMLHttpRequest.prototype;
    expect(observe(page, (report) => later.push(report))).toEqual({
      ...observed,
      isNew: false,
    } satisfies Observed);
    expect(page.XMLHttpRequest.prototype.send).toBe(wrapped);
    await send(page, 'YhhmEf');
    expect([reports.length, later.length]).toEqual([2, 0]);
  });

  it('that lets nobody see its requests is said not to be seen', () => {
    const page = openPage(good);
    Object.freeze(page.XMLHttpRequest.prototype);
    expect(observe(page, () => undefined)).toMatchObject({ isNew: true, sees: false });
    expect(observe({ ...openPage(good), crypto: { randomUUID: () => 'x' } }, () => undefined)).toBeNull();
  });

  it('waits for no long answer: it is read after the page went on', async () => {
    const entries = Array.from({ length: 3_000 }, (_, at) => listing(id(5000 + at), id(50_000 + at)));
    const { page, reports } = watched(() => ({ status: 200, text: reply('Zzl0ze', [null, entries]) }));
    const told: number[] = [];
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', urlOf('Zzl0ze'));
    xhr.send(form('Zzl0ze', [`projects/${id(1)}`]));
    xhr.addEventListener('loadend', () => queueMicrotask(() => told.push(reports.length)));
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(told).toEqual([0]);
  });
});

describe('what leaves the page', () => {
  it('[L17] holds no part of a token or of the page’s proof, whatever was sent and answered', async () => {
    const refusal = [7, 'no', [['x.ErrorInfo', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]]];
    const serves: readonly Serve[] = [
      good,
      (url) => ({ status: 200, text: reply(/rpcids=(\w+)/.exec(url)?.[1] ?? '', undefined, refusal) }),
      () => ({ status: 400, text: `<html>${TOKEN}` }),
      () => 'error',
    ];
    for (const serve of serves) {
      const { page, reports } = watched(serve);
      for (const rpcid of Object.keys(REQUESTS)) {
        await send(page, rpcid);
        await page.sends(urlOf('Xy12Zz'), form('Xy12Zz', request(rpcid)));
        await page.fetch(urlOf(rpcid), { body: form(rpcid, request(rpcid)) }).catch(() => null);
      }
      await vi.waitFor(() => expect(reports.length).toBeGreaterThan(Object.keys(REQUESTS).length * 5));
      const told = JSON.stringify(reports);
      for (let at = 0; at + 16 <= TOKEN.length; at += 8) expect(told).not.toContain(TOKEN.slice(at, at + 16));
      for (let at = 0; at + 8 <= PROOF.length; at++) expect(told).not.toContain(PROOF.slice(at, at + 8));
    }
  });

  it('[L16] is what the background accepts', async () => {
    const { page, reports } = watched();
    for (const rpcid of Object.keys(REQUESTS)) await send(page, rpcid);
    await page.sends(urlOf('Xy12Zz'), form('Xy12Zz', [context()]));
    await page.sends(urlOf('as29s'), form('as29s', [id(21)]));
    expect(reports.length).toBeGreaterThan(18);
    for (const report of reports)
      expect(parseReport(structuredClone(report))).toEqual({ ok: true, value: report });
  });

  it('is small though an upload holds 15 MB', async () => {
    const { page, reports } = watched();
    const inner = (request('maseQ') as unknown[]).with(1, 'QUJD/+8='.repeat((15 * MEGABYTE) / 8));
    await page.sends(urlOf('maseQ'), form('maseQ', inner));
    expect(reports[0]).toMatchObject({ submit: { mode: 'upload', fileName: 'cảnh 1 – ảnh.jpg' } });
    expect(JSON.stringify(reports).length).toBeLessThan(4_000);
  });
});
