// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCalls } from '../../entrypoints/flow-page/answer-calls.ts';
import { beginLife } from '../../entrypoints/flow-page/script-life.ts';
import { sendReports } from '../../entrypoints/flow-page/send-reports.ts';
import { sleep } from '../../entrypoints/flow-page/sleep.ts';
import { tellOfBlocks } from '../../entrypoints/flow-page/tell-of-blocks.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { FlowBlock, FlowPageOrder } from '../../lib/domain/flow-page.ts';
import type { BackgroundCalls } from '../../lib/messages/contract.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { offerDriver } from '../../lib/providers/flow/page/driver-port.ts';
import { isFlowId } from '../../lib/providers/flow/page/flow-id.ts';
import { openOutbox } from '../../lib/providers/flow/page/outbox.ts';
import { noteTraffic } from '../../lib/providers/flow/page/own-traffic.ts';
import type { Report } from '../../lib/providers/flow/page/report.ts';
import { openStandingNote } from '../../lib/providers/flow/page/standing-order.ts';
import { openSession } from '../../lib/providers/flow/page/session.ts';

const DOCUMENT = '0123abcd-0000-4000-8000-000000000001';

function sentReport(): Report {
  if (!isFlowId(DOCUMENT)) throw new Error('It is no id.');
  const submit = { mode: 'image', projectId: null, batchId: null, items: [] } as const;
  return { documentId: DOCUMENT, seq: 1, rpcid: 'OSvLuf', at: 0, type: 'sent', submit };
}

/** As if the script began in a world of its own: after an update it has a new one. */
function leaveWorld(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('retake.page'));
  Reflect.deleteProperty(globalThis, Symbol.for('retake.driver'));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  leaveWorld();
  sessionStorage.clear();
});

describe('[L10] the life of a script in a page', () => {
  it('begins once in a document', () => {
    expect(beginLife(document, () => true)).not.toBeNull();
    expect(beginLife(document, () => true)).toBeNull();
  });

  it('goes on through a message of the page while its extension is there', () => {
    const life = beginLife(document, () => true);
    document.dispatchEvent(new CustomEvent('retake:newer'));
    expect([life?.works.aborted, life?.hears.aborted]).toEqual([false, false]);
  });

  it('takes its hands off the page when its extension goes, and hears on until the next one is there', () => {
    let isThere = true;
    const left = beginLife(document, () => isThere);
    isThere = false;
    expect(left?.check()).toBe(false);
    expect([left?.works.aborted, left?.hears.aborted]).toEqual([true, false]);
    leaveWorld();
    const next = beginLife(document, () => true);
    expect(left?.hears.aborted).toBe(true);
    expect(next?.check()).toBe(true);
  });

  it('ends a minute after its extension where no next one comes', () => {
    const left = beginLife(document, () => false);
    left?.check();
    vi.advanceTimersByTime(59_000);
    left?.check();
    expect(left?.hears.aborted).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(left?.hears.aborted).toBe(true);
  });

  it('leaves what waits to the next script', async () => {
    const life = beginLife(document, () => false);
    if (life === null) throw new Error('There is no life.');
    const outbox = openOutbox(sessionStorage);
    outbox.add(sentReport());
    const flowReport = vi.fn<() => Promise<Result<null, Fault>>>(() => Promise.resolve(ok(null)));
    await sendReports(outbox, { flowReport }, life)();
    expect(flowReport).not.toHaveBeenCalled();
    expect(openOutbox(sessionStorage).waiting()).toHaveLength(1);
  });
});

function ports() {
  const { signal } = new AbortController();
  const page = { document, now: () => 0, sleep: () => Promise.resolve(), signal };
  const traffic = noteTraffic();
  traffic.noteHello({ documentId: DOCUMENT, sees: true, since: 0, lastSeq: 0, submits: [] });
  return { page, traffic };
}

type Load = () => Promise<Result<null, Fault>>;

function answers(loadDriver: Load, stopped = () => {}) {
  const outbox = openOutbox(sessionStorage);
  const drop = () => Promise.resolve(false);
  const look = () => ({ blocks: [], projectId: null, documentId: null });
  const unread = () => undefined;
  const note = openStandingNote(sessionStorage);
  const changed = unread;
  const calls = answerCalls({ ...ports(), outbox, note, drop, unread, changed, look, stopped, loadDriver });
  return { calls, outbox };
}

describe('what a page tells unasked', () => {
  it('is said again after an order could not be made ready, once that is stored', async () => {
    const told: (readonly string[])[] = [];
    const flowLook: BackgroundCalls['flowLook'] = ({ blocks }) => (
      told.push(blocks),
      Promise.resolve(ok(null))
    );
    let blocks: readonly FlowBlock[] = [];
    const { signal } = new AbortController();
    const page = { document, now: () => 0, sleep, signal };
    const look = () => ({ blocks, projectId: null, documentId: null });
    const tell = tellOfBlocks(look, { flowLook }, page);
    tell();
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toEqual([[]]);
    // It comes up in the middle of an order, and is gone before the next look.
    tell.anew();
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toEqual([[]]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([[], []]);
    blocks = ['ConsentAsked'];
    tell.anew();
    await vi.advanceTimersByTimeAsync(1_000);
    blocks = [];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([[], [], ['ConsentAsked'], []]);
  });

  it('follows an order that could not be made ready', async () => {
    const stopped = vi.fn<() => void>();
    const { calls } = answers(() => Promise.resolve(fail({ type: 'Unreachable' })), stopped);
    await calls.prepare(ORDER, { text: 'a', hide: 'b' });
    expect(stopped).toHaveBeenCalledTimes(1);
  });
});

const ORDER: FlowPageOrder = {
  mode: 'image',
  from: 'text',
  model: null,
  aspect: '16:9',
  lengthS: null,
  count: 1,
  prompt: 'a red fox',
  start: null,
  end: null,
  ingredients: [],
};

describe('the driver of a page', () => {
  it('is asked for at the first need of hands, and not again', async () => {
    const load = vi.fn<Load>(() => (offerDriver(openSession), Promise.resolve(ok(null))));
    const { calls } = answers(load);
    await calls.look();
    await calls.isReady(DOCUMENT);
    await calls.release();
    await calls.submitsSince({ at: 0 });
    await calls.check();
    expect(load).not.toHaveBeenCalled();
    const picture = { name: 'a.jpg', mime: 'image/jpeg', base64: 'AAAA' };
    expect(await calls.takePicture(picture)).toEqual(ok(null));
    expect(await calls.takePicture(picture)).toEqual(ok(null));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is asked for again where it did not come', async () => {
    const load = vi.fn<Load>(() => Promise.resolve(fail({ type: 'Unreachable' })));
    const { calls } = answers(load);
    expect(await calls.askForAddress('a')).toEqual(fail({ type: 'Unreachable' }));
    expect(await calls.help('leaveAgent')).toEqual(fail({ type: 'Unreachable' }));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('[L6] lets an order stand while a press of its document is not told yet', async () => {
    const { calls, outbox } = answers(() => Promise.resolve(ok(null)));
    expect(await calls.isReady(DOCUMENT)).toEqual(ok(false));
    outbox.add(sentReport());
    expect(await calls.isReady(DOCUMENT)).toEqual(ok(true));
    expect(await calls.isReady('0123abcd-0000-4000-8000-000000000002')).toEqual(ok(false));
    await outbox.send(() => Promise.resolve('stored'));
    expect(await calls.isReady(DOCUMENT)).toEqual(ok(false));
  });

  it('shows the mark of an order again that an earlier script has made ready here, and no other', async () => {
    const words = { text: 'Press Start in Flow', hide: 'Hide' };
    const none = (): void => undefined;
    const session = {
      ...openSession({ ...ports(), unread: none, changed: none, drop: () => Promise.resolve(false) }),
      standAgain: vi.fn<() => void>(),
    };
    const load = vi.fn<Load>(() => (offerDriver(() => session), Promise.resolve(ok(null))));
    const note = openStandingNote(sessionStorage);
    note.keep({ documentId: '0123abcd-0000-4000-8000-000000000002', words });
    answers(load);
    expect(load).not.toHaveBeenCalled();
    note.keep({ documentId: DOCUMENT, words });
    const { calls } = answers(load);
    await vi.waitFor(() => expect(session.standAgain).toHaveBeenCalledWith(words));
    await calls.release();
    expect(note.read()).toBeNull();
    answers(load);
    expect(session.standAgain).toHaveBeenCalledTimes(1);
  });
});
