import type { Crop } from './crop.ts';
import type { ClipFrom } from './model-key.ts';
import type { ImageAspect, VideoAspect } from './settings.ts';

/** A piece of the prompt: words, or a picture mentioned among them. */
export type PromptPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'mention';
      readonly mediaId: string;
      readonly workflowId: string;
      readonly title: string;
    };

/** What all orders of one press share. */
interface Order {
  readonly projectId: string;
  readonly parts: readonly PromptPart[];
  readonly modelKey: string;
  readonly count: number;
  /** x2 to x4 go out as one call with several items, or as several calls. */
  readonly inOneCall: boolean;
  /** One for each call: none is taken twice. */
  readonly tokens: readonly string[];
  readonly newId: () => string;
}

export interface ImageOrder extends Order {
  readonly aspect: ImageAspect;
  readonly references: readonly string[];
  readonly newSeed: () => number;
}

export interface Frame {
  readonly mediaId: string;
  readonly crop: Crop | null;
}

export interface ClipOrder extends Order {
  readonly aspect: VideoAspect;
  readonly from: ClipFrom;
  readonly frames: readonly Frame[];
  readonly references: readonly string[];
}

/** One call to the service, with the UUID by which its results are known again. */
export interface Submit {
  readonly rpcid: string;
  readonly inner: unknown;
  readonly batch: string;
}

const IMAGE_ASPECTS = { '1:1': 1, '9:16': 2, '16:9': 3, '3:4': 4, '4:3': 5 } as const;
const CLIP_ASPECTS = { '9:16': 1, '16:9': 2 } as const;
const CLIP_CALLS = {
  text: 'YhhmEf',
  start: 'eb1hJf',
  'start-and-end': 'nprQif',
  ingredients: 'MZZa6b',
} as const;

/** The block that carries project and captcha; 22 is the surface. */
export function context(projectId: string, token: string): unknown {
  return [null, 22, null, null, null, projectId, null, null, null, null, [token, 1]];
}

function promptOf(parts: readonly PromptPart[], by: 'mediaId' | 'workflowId'): unknown {
  return [
    parts.map((part) =>
      part.type === 'text'
        ? [part.text]
        : [null, [by === 'mediaId' ? [part.mediaId, part.title] : [part.workflowId, part.title]]],
    ),
  ];
}

/** How many calls one press makes: one with several items, or one an item under a shared batch. */
export function callsOf({
  count,
  inOneCall,
}: {
  readonly count: number;
  readonly inOneCall: boolean;
}): number {
  return inOneCall ? 1 : count;
}

/** The calls of one press, each with a context and so a token of its own. */
function inCalls(order: Order, call: (about: unknown, items: number) => unknown): readonly unknown[] {
  const calls = callsOf(order);
  return Array.from({ length: calls }, (_, at) =>
    call(context(order.projectId, order.tokens[at] ?? ''), order.count / calls),
  );
}

/** Bodies of image orders. Source: captures of the page, Sept–Oct 2026. */
export function imageSubmits(order: ImageOrder): readonly Submit[] {
  const references = order.references.map((mediaId) => [mediaId, null, null, null, 1]);
  const batch = order.newId();
  const item = (about: unknown) => [
    null,
    null,
    references.length === 0 ? null : references,
    order.newSeed(),
    IMAGE_ASPECTS[order.aspect],
    order.modelKey,
    null,
    about,
    promptOf(order.parts, 'mediaId'),
    null,
    null,
    null,
    order.newId(),
    order.newId(),
  ];
  const call = (about: unknown, count: number) => {
    const items = Array.from({ length: count }, () => item(about));
    return [null, items, 1, about, [batch]];
  };
  return inCalls(order, call).map((inner) => ({ rpcid: 'ogiZ0b', inner, batch }));
}

/** Bodies of video orders; each way of making a clip is another call, with its inputs in another slot. */
export function clipSubmits(order: ClipOrder): readonly Submit[] {
  const batch = order.newId();
  const item = () => [
    [null, null, promptOf(order.parts, 'workflowId')],
    ...(order.from === 'ingredients' ? [order.references.map((mediaId) => [null, mediaId])] : []),
    order.modelKey,
    CLIP_ASPECTS[order.aspect],
    null,
    ...order.frames.map(({ mediaId, crop }) => [null, mediaId, null, null, null, crop]),
    [null, null, null, null, order.newId(), order.newId()],
  ];
  const call = (about: unknown, count: number) => [Array.from({ length: count }, item), about, [batch, 2]];
  return inCalls(order, call).map((inner) => ({ rpcid: CLIP_CALLS[order.from], inner, batch }));
}
