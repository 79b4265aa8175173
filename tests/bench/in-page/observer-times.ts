import { observe } from '../../../lib/providers/flow/page/observer.ts';
import { form, id, listing, record, reply, request } from '../../providers/flow/wire.ts';

/** What each round took with the observer in the page and without it, in ms for one message. */
export interface ObserverTimes {
  /** From the sending until the page has read its answer. */
  readonly untilRead: { readonly ours: number[]; readonly bare: number[] };
  /** Until nothing is left to do. */
  readonly whole: { readonly ours: number[]; readonly bare: number[] };
}

type View = Window & typeof globalThis;

const ORDER = 'YhhmEf';
const LISTING = 'Zzl0ze';

/**
 * Sends messages of a page and reads their answers of about so many bytes, in a frame with the observer and in one
 * without, in turns. One round warms up. The answers come from memory: no network adds to the times.
 */
export async function observerTimes(
  sizeBytes: number,
  messages: number,
  rounds: number,
): Promise<ObserverTimes> {
  const [ours, bare] = [openFrame(), openFrame()];
  let reports = 0;
  // A report is copied on its way out of the page's world.
  const observed = observe(ours, (report) => (structuredClone(report), reports++));
  if (observed?.sees !== true) throw new Error('The observer does not see.');
  const times: ObserverTimes = { untilRead: { ours: [], bare: [] }, whole: { ours: [], bare: [] } };
  for (let round = 0; round <= rounds; round++) {
    const url = URL.createObjectURL(new Blob([answer(sizeBytes, round)]));
    for (const way of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const { untilRead, whole } = await exchange(way === 'ours' ? ours : bare, url, sizeBytes, messages);
      if (round === 0) continue;
      times.untilRead[way].push(untilRead / messages);
      times.whole[way].push(whole / messages);
    }
    URL.revokeObjectURL(url);
  }
  if (reports < messages * rounds) throw new Error(`Only ${reports} reports were made.`);
  return times;
}

function openFrame(): View {
  const frame = document.createElement('iframe');
  document.documentElement.append(frame);
  const view = frame.contentDocument?.defaultView ?? null;
  if (view === null) throw new Error('There is no frame.');
  return view;
}

function isLarge(sizeBytes: number): boolean {
  return sizeBytes > 100_000;
}

/** An order's answer, or where it is to be large a project's listing. */
function answer(sizeBytes: number, round: number): string {
  const count = Math.max(1, Math.floor(sizeBytes / JSON.stringify(record()).length));
  const records = Array.from({ length: count }, (_, at) => record({ media: id(10_000 * round + at) }));
  return isLarge(sizeBytes)
    ? reply(LISTING, [records.map((_, at) => listing(id(at)))], null) +
        reply(LISTING, [null, null, [], records])
    : reply(ORDER, [null, 1_000 + round, [listing()], records]);
}

async function exchange(view: View, url: string, sizeBytes: number, messages: number) {
  const rpcid = isLarge(sizeBytes) ? LISTING : ORDER;
  const body = form(rpcid, isLarge(sizeBytes) ? [null] : request(ORDER));
  const from = performance.now();
  let untilRead = 0;
  for (let at = 0; at < messages; at++) {
    const sent = performance.now();
    await send(view, `${url}#/data/batchexecute?rpcids=${rpcid}`, body);
    untilRead += performance.now() - sent;
    // What the observer has put off is done by then.
    await new Promise((resolve) => view.setTimeout(resolve, 0));
  }
  return { untilRead, whole: performance.now() - from };
}

/** As the page does: it reads the whole answer when it comes. */
function send(view: View, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new view.XMLHttpRequest();
    xhr.addEventListener('load', () => readAsPage(xhr.responseText));
    xhr.addEventListener('loadend', () => resolve());
    xhr.addEventListener('error', () => reject(new Error('There is no answer.')));
    xhr.open('GET', url);
    xhr.send(body);
  });
}

function readAsPage(text: string): void {
  for (const line of text.split('\n')) {
    if (!line.startsWith('[')) continue;
    const rows: unknown = JSON.parse(line);
    const [first] = Array.isArray(rows) ? rows : [];
    const payload: unknown = Array.isArray(first) ? first[2] : null;
    if (typeof payload === 'string') JSON.parse(payload);
  }
}
