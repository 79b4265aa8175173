import * as v from 'valibot';
import type { Taken } from '../../domain/attempt.ts';
import { once } from '../../domain/once.ts';
import type { Json } from '../../domain/scene.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { ArmedOrder } from './compare-order.ts';
import type { SeenSubmit } from './presses.ts';
import type { OrderedWith } from './faults.ts';
import { modelOfKey, nameOf, type FlowModel } from './model-keys.ts';
import { isFlowId, type FlowId, type MediaIds } from './page/flow-id.ts';
import { FLOW_ASPECTS, LIMITS, MODES, type MediaRecord } from './page/report.ts';
import { answerSchema, recordSchema, submitSchema } from './report.ts';

/** What is known of a media of an order. */
export interface KnownMedia {
  readonly record: MediaRecord;
  /** How often in a row the page was told that it failed: one may pass. Source: captures, Sept–Oct 2026. */
  readonly failures: number;
}

/** A request of the user's own to make one of an order's outputs larger. */
export interface Larger {
  readonly documentId: FlowId;
  readonly seq: number;
  /** The output. */
  readonly of: FlowId;
  /** The larger one; null until it is told. */
  readonly mediaId: FlowId | null;
  /** Credits that were there before; null where the page had not told. */
  readonly creditsBefore: number | null;
  readonly taken: Taken;
}

/** What the page has told of one order, as its sighting keeps it. */
export interface FlowFacts {
  /** What was asked for; null where the user made the order for himself, or only a listing told of it. */
  readonly order: ArmedOrder | null;
  /** The requests that are it, with their answers. */
  readonly seen: readonly SeenSubmit[];
  /** Ids that the service gave its outputs. */
  readonly media: readonly MediaIds[];
  readonly known: readonly KnownMedia[];
  /** What the user had made larger of it. */
  readonly larger: readonly Larger[];
  /** Credits that were there before it was sent; null where the page had not told. */
  readonly creditsBefore: number | null;
  /** When that was told, ms since the epoch. */
  readonly creditsAt: number | null;
}

const id = v.custom<FlowId>(isFlowId, 'an id of Flow');
const ids: v.GenericSchema<unknown, MediaIds> = v.object({ mediaId: id, workflowId: v.nullable(id) });
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const taken = v.custom<Taken>((value) => value === 'unknown' || typeof value === 'number');
const flowModel = v.custom<FlowModel>((name) => typeof name === 'string', 'a model of Flow');

/** An armed order, as its task keeps it. */
export const armedOrderSchema: v.GenericSchema<unknown, ArmedOrder> = v.lazy(
  once(() =>
    v.object({
      documentId: id,
      afterSeq: count,
      projectId: id,
      mode: v.picklist(MODES),
      model: v.nullable(flowModel),
      aspect: v.picklist(FLOW_ASPECTS),
      lengthS: v.nullable(v.number()),
      count,
      prompt: v.pipe(v.string(), v.maxLength(LIMITS.promptText)),
      references: v.array(ids),
    }),
  ),
);

const seen: v.GenericSchema<unknown, SeenSubmit> = v.lazy(
  once(() =>
    v.object({
      documentId: id,
      seq: count,
      at: v.number(),
      submit: submitSchema,
      answer: v.nullable(answerSchema),
    }),
  ),
);

const largerSchema: v.GenericSchema<unknown, Larger> = v.object({
  documentId: id,
  seq: count,
  of: id,
  mediaId: v.nullable(id),
  // Facts of before they were counted have none.
  creditsBefore: v.optional(v.nullable(v.number()), null),
  taken: v.optional(taken, 'unknown'),
});

const factsSchema: v.GenericSchema<unknown, FlowFacts> = v.lazy(
  once(() =>
    v.object({
      order: v.nullable(armedOrderSchema),
      seen: v.array(seen),
      media: v.array(ids),
      known: v.array(v.object({ record: recordSchema, failures: count })),
      larger: v.optional(v.array(largerSchema), []),
      creditsBefore: v.nullable(v.number()),
      // Facts of before it was noted have none.
      creditsAt: v.optional(v.nullable(v.number()), null),
    }),
  ),
);

/** Reads what a sighting keeps; throws where the row is not what this code wrote. */
export function readFacts({ facts }: Pick<Sighting, 'facts'>): FlowFacts {
  return v.parse(factsSchema, facts);
}

/** What an order holds, as far as an error's meaning hangs on it. */
export function orderedWith({ order, seen: requests }: Pick<FlowFacts, 'order' | 'seen'>): OrderedWith {
  const keys = requests.flatMap(({ submit }) => ('items' in submit ? submit.items : []));
  const sent = keys.flatMap(({ model }) => (model === null ? [] : (modelOfKey(model) ?? [])));
  const [model = order?.model ?? null] = sent;
  return { hasPicture: (order?.references.length ?? 0) > 0, model: model === null ? '' : nameOf(model) };
}

/** Facts as a row holds them. */
export function asJson(facts: FlowFacts | ArmedOrder): Json {
  return JSON.parse(JSON.stringify(facts));
}

/** By what later reports are known to be about an order: its requests, and every id of it. */
export function idsOfFacts({ seen: requests, media, larger }: FlowFacts): readonly string[] {
  const own = requests.flatMap(({ documentId, seq, submit }) => [
    requestId(documentId, seq),
    ...('items' in submit
      ? [
          ...(submit.batchId === null ? [] : [submit.batchId]),
          ...submit.items.flatMap((item) => item.clientIds),
        ]
      : []),
  ]);
  const copies = larger.flatMap(({ documentId, seq, mediaId }) => [
    requestId(documentId, seq),
    ...(mediaId === null ? [] : [mediaId]),
  ]);
  return [...new Set([...own, ...media.map(({ mediaId }) => mediaId), ...copies])];
}

/** One request of one document. */
export function requestId(documentId: FlowId, seq: number): string {
  return `${documentId} ${seq}`;
}

/** The model that a name on the page stands for, as far as the service's keys tell it apart. */
export function modelNamed(name: string | null): FlowModel | null {
  return name === null ? null : (NAMES.find(([, shape]) => shape.test(name))?.[0] ?? null);
}

const NAMES: readonly (readonly [FlowModel, RegExp])[] = [
  ['omni-flash', /omni/i],
  ['veo-3.1-lite-low', /lite.*low/i],
  ['veo-3.1-lite', /veo.*lite/i],
  ['veo-3.1-fast', /veo.*fast/i],
  ['veo-3.1-quality', /veo.*quality/i],
  ['nano-banana-2-lite', /banana 2 lite/i],
  ['nano-banana-2.1', /banana 2\.1/i],
  ['nano-banana-pro', /banana pro/i],
  ['nano-banana-2', /banana 2/i],
];
