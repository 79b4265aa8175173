import { flowFileName, type FlowPageOrder, type FlowPrepared } from '../../domain/flow-page.ts';
import type { AssetId } from '../../domain/ids.ts';
import { promptOf } from '../../domain/prompt-of.ts';
import { endFrameOf, type Snapshot } from '../../domain/snapshot.ts';
import type { Arming } from '../../domain/task.ts';
import type { Order } from '../../engine/ports.ts';
import type { ArmedOrder } from './compare-order.ts';
import { asJson, modelNamed } from './flow-facts.ts';
import { isFlowId, type FlowId, type MediaIds } from './page/flow-id.ts';
import { FLOW_ASPECTS, type FlowAspect, type Mode } from './page/report.ts';

/** The pictures that an order brings to the page: of a video its frames alone, the first one first. */
export function picturesOf({ snapshot }: Pick<Order, 'snapshot'>): readonly { readonly assetId: AssetId }[] {
  if (snapshot.kind === 'image') return snapshot.pictures;
  const end = endFrameOf(snapshot);
  // An end alone would stand in the place of the first frame.
  if (snapshot.image === null) return [];
  return end === null ? [snapshot.image] : [snapshot.image, { assetId: end }];
}

/** What the page is to hold for an order. */
export function pageOrderOf({ snapshot }: Pick<Order, 'snapshot'>): FlowPageOrder {
  const names = picturesOf({ snapshot }).map(({ assetId }) => ({ name: flowFileName(assetId) }));
  const [start = null, end = null] = snapshot.kind === 'video' ? names : [];
  return {
    mode: snapshot.kind === 'video' ? 'video' : 'image',
    from: fromOf(snapshot, names.length),
    model: snapshot.model,
    aspect: snapshot.aspect,
    lengthS: snapshot.kind === 'video' ? snapshot.lengthS : null,
    count: snapshot.outputs,
    prompt: promptOf(snapshot),
    start,
    end,
    ingredients: snapshot.kind === 'image' ? names : [],
  };
}

function fromOf({ kind, image }: Snapshot, pictures: number): FlowPageOrder['from'] {
  if (kind === 'video') return image === null ? 'text' : 'frames';
  return pictures === 0 ? 'text' : 'ingredients';
}

/** The order as it stands ready; null where the page did not tell its ids. */
export function armingOf(order: Order, tab: number, ready: FlowPrepared): Arming | null {
  const { documentId, projectId, aspect } = ready;
  if (!isFlowId(documentId) || !isFlowId(projectId) || !isFlowAspect(aspect)) return null;
  const armed: ArmedOrder = {
    documentId,
    afterSeq: ready.afterSeq,
    projectId,
    mode: modeOf(order),
    model: modelNamed(ready.model),
    aspect,
    lengthS: ready.lengthS,
    count: order.snapshot.outputs,
    prompt: ready.prompt,
    references: ready.pictures.flatMap(idsOf),
  };
  return { tab, price: ready.price, facts: asJson(armed), hand: null };
}

function modeOf(order: Order): Mode {
  if (order.snapshot.kind === 'image') return 'image';
  return (['text', 'startFrame', 'startEnd'] as const)[picturesOf(order).length] ?? 'startEnd';
}

function idsOf(ids: readonly string[]): readonly MediaIds[] {
  const [mediaId, workflowId = null] = ids.filter((id): id is FlowId => isFlowId(id));
  return mediaId === undefined ? [] : [{ mediaId, workflowId }];
}

function isFlowAspect(aspect: string): aspect is FlowAspect {
  return FLOW_ASPECTS.some((each) => each === aspect);
}
