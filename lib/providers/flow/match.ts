import { compareItem, type ArmedOrder, type Comparison, type Difference } from './compare-order.ts';
import type { FlowId, MediaIds } from './page/flow-id.ts';
import type { Mode } from './page/report.ts';
import { pressesIn, type Making, type Press, type SeenSubmit } from './presses.ts';

/** By what an order is found again, in answers, polls and listings. */
export interface OperationIds {
  /** Made by the page for the press, and for each output. */
  readonly clientIds: readonly FlowId[];
  /** Made by the service; empty until the answer. */
  readonly media: readonly MediaIds[];
}

/** Whose a press is. Each names the requests that it is about, by their numbers. */
export type Verdict =
  /** The armed order, as ordered. `missing`: outputs that no request has asked for yet. */
  | {
      readonly type: 'thisOrder';
      readonly seqs: readonly number[];
      readonly ids: OperationIds;
      readonly missing: number;
      readonly untold: readonly Difference[];
    }
  /** Pressed again on the same composer: this scene's too, an order of its own. */
  | {
      readonly type: 'secondPress';
      readonly seqs: readonly number[];
      readonly ids: OperationIds;
      readonly missing: number;
    }
  /** From this composer, but not as ordered. */
  | {
      readonly type: 'wrong';
      readonly seqs: readonly number[];
      readonly ids: OperationIds;
      readonly differs: readonly Difference[];
    }
  /** An order of the user's own: left alone. */
  | { readonly type: 'stranger'; readonly seqs: readonly number[] }
  /** It cannot be told; the user is asked. */
  | { readonly type: 'unsure'; readonly seqs: readonly number[]; readonly ids: OperationIds };

/**
 * Tells whose every press since the order was armed is. Several outputs come as one request or as one for each,
 * with a common id or without; both are one press. Nothing is guessed: a press from this composer that is not as
 * ordered, or that cannot be read, is said to be so. What other documents sent is not looked at.
 */
export function matchOrder(order: ArmedOrder, seen: readonly SeenSubmit[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let isOrdered = false;
  const candidates = seen.filter((each) => isCandidate(order, each));
  for (const press of pressesIn(order.count, candidates)) {
    const verdict = judge(order, press, isOrdered);
    verdicts.push(verdict);
    isOrdered ||= verdict.type === 'thisOrder';
  }
  return verdicts;
}

/** Made something, from the order's own document, after it was armed. */
function isCandidate(order: ArmedOrder, seen: SeenSubmit): seen is Making {
  return 'items' in seen.submit && seen.documentId === order.documentId && seen.seq > order.afterSeq;
}

function judge(order: ArmedOrder, press: Press, isOrdered: boolean): Verdict {
  const seqs = press.requests.map(({ seq }) => seq);
  const ids = idsOf(press);
  const [first] = press.requests;
  if (first === undefined) return { type: 'stranger', seqs };
  const { mode, projectId } = first.submit;
  if (projectId !== null && projectId !== order.projectId) return { type: 'stranger', seqs };
  if (mode === 'unknown') return { type: 'unsure', seqs, ids };
  const { differs, untold } = comparePress(order, mode, press);
  if (untold.includes('prompt')) return { type: 'unsure', seqs, ids };
  const missing = Math.max(order.count - press.items.length, 0);
  if (differs.length === 0) {
    return isOrdered
      ? { type: 'secondPress', seqs, ids, missing }
      : { type: 'thisOrder', seqs, ids, missing, untold };
  }
  // Once the order went out, another one from the same page is the user's own; so is one with other words and more.
  const isForeign = isOrdered || (differs.includes('prompt') && differs.length > 1);
  return isForeign ? { type: 'stranger', seqs } : { type: 'wrong', seqs, ids, differs };
}

function comparePress(order: ArmedOrder, mode: Mode, { items }: Press): Comparison {
  const compared = items.map((item) => compareItem(order, mode, item));
  const isMore = items.length > order.count;
  const differs = new Set(compared.flatMap((each) => each.differs));
  return {
    differs: [...differs, ...(isMore ? (['count'] as const) : [])],
    untold: [...new Set(compared.flatMap((each) => each.untold))],
  };
}

function idsOf({ requests, items }: Press): OperationIds {
  const batches = requests.flatMap(({ submit }) => submit.batchId ?? []);
  const media = new Map<FlowId, MediaIds>();
  for (const { answer } of requests) {
    if (answer?.type !== 'read') continue;
    for (const { mediaId, workflowId } of [...answer.listings, ...answer.records]) {
      media.set(mediaId, { mediaId, workflowId: workflowId ?? media.get(mediaId)?.workflowId ?? null });
    }
  }
  return {
    clientIds: [...new Set([...batches, ...items.flatMap(({ clientIds }) => clientIds)])],
    media: [...media.values()],
  };
}
