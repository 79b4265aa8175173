import type { FlowId } from './page/flow-id.ts';
import type { Answer, Item, Submit } from './page/report.ts';

/** A request that the observer told of, with its answer where that has come. */
export interface SeenSubmit {
  readonly documentId: FlowId;
  readonly seq: number;
  /** When it was sent, ms since the epoch by the page's clock. */
  readonly at: number;
  readonly submit: Submit;
  readonly answer: Answer | null;
}

/** The requests that one press of the user made. */
export interface Press {
  readonly requests: readonly Making[];
  readonly items: readonly Item[];
}

/** Requests of one press that share no id follow each other faster than anyone presses twice. */
const PRESS_SPAN_MS = 2_000;

/** A request that asks for outputs. */
export type Making = SeenSubmit & { readonly submit: Extract<Submit, { readonly items: unknown }> };

/** Puts requests together that share the press's id, or that are alike and go out at once while outputs lack. */
export function pressesIn(count: number, seen: readonly Making[]): readonly Press[] {
  const presses: Press[] = [];
  for (const request of seen.toSorted((a, b) => a.seq - b.seq)) {
    const at = presses.findLastIndex((press) => belongs(count, press, request));
    const before = presses[at] ?? { requests: [], items: [] };
    const press = {
      requests: [...before.requests, request],
      items: [...before.items, ...request.submit.items],
    };
    if (at === -1) presses.push(press);
    else presses[at] = press;
  }
  return presses;
}

function belongs(count: number, press: Press, { submit, at }: Making): boolean {
  const [first] = press.requests;
  if (first === undefined || first.submit.mode !== submit.mode) return false;
  const { batchId } = first.submit;
  if (batchId !== null && batchId === submit.batchId) return true;
  const fits = press.items.length + submit.items.length <= count && at - first.at < PRESS_SPAN_MS;
  return fits && [...press.items, ...submit.items].every((item) => isAlike(item, press.items[0]));
}

/** Whether two requests ask for the same, so that one is the other pressed again. */
export function isSameOrder(a: SeenSubmit, b: SeenSubmit | undefined): boolean {
  if (b === undefined || !('items' in a.submit) || !('items' in b.submit)) return false;
  const [first] = b.submit.items;
  return a.submit.mode === b.submit.mode && a.submit.items.every((item) => isAlike(item, first));
}

/** The same but for what the page makes anew for each output. */
function isAlike(a: Item, b: Item | undefined): boolean {
  const bare = (item: Item | undefined): string =>
    JSON.stringify({ ...item, prompt: item?.prompt?.key, clientIds: [] });
  return bare(a) === bare(b);
}
