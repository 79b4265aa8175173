import type { FlowModel } from './model-keys.ts';
import { modelOfKey } from './model-keys.ts';
import { isIdOf, type FlowId, type MediaIds } from './page/flow-id.ts';
import { promptKey } from './page/prompt-key.ts';
import type { FlowAspect, Item, Mode } from './page/report.ts';

/** An order as it was set up on the page and waits for the user's press. */
export interface ArmedOrder {
  /** The one document that it was set up in. */
  readonly documentId: FlowId;
  /** The number of the last report of that document when it was armed; what came before is not this order. */
  readonly afterSeq: number;
  readonly projectId: FlowId;
  readonly mode: Mode;
  /** Null where the page's choice has no key that is known. */
  readonly model: FlowModel | null;
  readonly aspect: FlowAspect;
  /** Seconds; null for an image and where the page offers no choice. */
  readonly lengthS: number | null;
  /** Outputs asked for. */
  readonly count: number;
  readonly prompt: string;
  /** Frames in their order, or ingredients in any. */
  readonly references: readonly MediaIds[];
}

/** In what a request can differ from an order. */
export type Difference = 'mode' | 'model' | 'aspect' | 'lengthS' | 'count' | 'references' | 'prompt';

/** How what was sent stands to what was ordered. */
export interface Comparison {
  readonly differs: readonly Difference[];
  /** What the request does not tell, or tells in words that are not known. */
  readonly untold: readonly Difference[];
}

/** Compares one output of a request with an order; its prompt without regard to white space. */
export function compareItem(order: ArmedOrder, mode: Mode, item: Item): Comparison {
  const told: Readonly<Record<Exclude<Difference, 'count'>, boolean | null>> = {
    mode: mode === order.mode,
    model: sameModel(order, item),
    aspect: item.aspect === null ? null : item.aspect === order.aspect,
    lengthS: order.lengthS === null || item.lengthS === null ? null : item.lengthS === order.lengthS,
    references: sameReferences(order, item),
    prompt: samePrompt(order, item),
  };
  const fields = Object.keys(told) as (keyof typeof told)[];
  return {
    differs: fields.filter((field) => told[field] === false),
    untold: fields.filter((field) => told[field] === null),
  };
}

function sameModel({ model }: ArmedOrder, item: Item): boolean | null {
  const sent = item.model === null ? null : modelOfKey(item.model);
  return sent === null || model === null ? null : sent === model;
}

function samePrompt({ prompt }: ArmedOrder, item: Item): boolean | null {
  const key = promptKey(prompt);
  // A request without words has no prompt at all.
  if (item.prompt === null) return key === promptKey('') ? true : null;
  return item.prompt.key === key;
}

/** Either id of a media may be sent. Of frames the order counts, and each may stand twice. */
function sameReferences({ mode, references }: ArmedOrder, { references: sent }: Item): boolean {
  if (mode === 'startFrame' || mode === 'startEnd') {
    const isSame = (media: MediaIds, at: number): boolean => isIdOf(sent[at] ?? '', media);
    return sent.length === references.length && references.every(isSame);
  }
  return (
    references.every((media) => sent.some((id) => isIdOf(id, media))) &&
    sent.every((id) => references.some((media) => isIdOf(id, media)))
  );
}
