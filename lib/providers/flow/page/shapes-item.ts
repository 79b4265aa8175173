import { isList, type List } from './dig.ts';
import { isFlowId, isReference, type FlowId } from './flow-id.ts';
import { promptOf } from './prompt-key.ts';
import { readPromptParts } from './prompt-parts.ts';
import { LIMITS, type FlowAspect, type Item, type Mode } from './report.ts';

/** The numbers of images and of videos differ. Source: captures of the page, Sept–Oct 2026. */
const IMAGE_ASPECTS: readonly (FlowAspect | null)[] = [null, '1:1', '9:16', '16:9', '3:4', '4:3'];
const VIDEO_ASPECTS: readonly (FlowAspect | null)[] = [null, '9:16', '16:9'];

const MODEL = /^[A-Za-z][\w.-]{3,79}$/;

/** Tells whether a value can be the service's key of a model. */
export function isModelKey(value: unknown): value is string {
  return typeof value === 'string' && MODEL.test(value) && !isFlowId(value);
}

/** Seconds as a model's key tells them, `abra_t2v_6s`; null where it does not. */
export function lengthFromKey(key: string): number | null {
  const found = /_(\d{1,2})s(?:_|$)/.exec(key);
  return found === null ? null : Number(found[1]);
}

/**
 * Reads one output of a request by what its parts look like, since they stand one slot further where there are
 * ingredients: a model's key with the aspect beside it, a prompt, references, and ids that the page made. Null
 * where the list is something else.
 */
export function readItem(list: List, mode: Mode | 'unknown'): Item | null {
  const slot = list.findIndex(isModelKey);
  const model = list[slot];
  if (!isModelKey(model)) return null;
  const parts = list.map(readPromptParts).find((each) => each !== null) ?? null;
  const clientIds = list.flatMap(clientIdsOf).slice(0, LIMITS.ids);
  if (parts === null && clientIds.length === 0) return null;
  return {
    prompt: parts === null ? null : promptOf(parts.text, LIMITS.promptText),
    model,
    aspect: aspectBeside(list, slot, mode),
    lengthS: lengthFromKey(model),
    references: [...list.flatMap(referencesOf), ...(parts?.mentions ?? [])].slice(0, LIMITS.references),
    clientIds,
  };
}

/** In an image's order the aspect stands before the model, in a video's after it. */
function aspectBeside(list: List, slot: number, mode: Mode | 'unknown'): FlowAspect | null {
  if (mode === 'unknown') return null;
  const code = mode === 'image' ? list[slot - 1] : list[slot + 1];
  const aspects = mode === 'image' ? IMAGE_ASPECTS : VIDEO_ASPECTS;
  return typeof code === 'number' ? (aspects[code] ?? null) : null;
}

/** Ids stand in the item itself, or last in a block of six. */
function clientIdsOf(part: unknown): readonly FlowId[] {
  if (isFlowId(part)) return [part];
  return isList(part) && isFlowId(part[4]) ? part.slice(4, 6).filter(isFlowId) : [];
}

/** A frame or the clip that goes on, `[null, id, …]`, or a list of such or of `[id, …]`. */
function referencesOf(part: unknown): readonly string[] {
  if (!isList(part) || part.length === 0 || clientIdsOf(part).length > 0) return [];
  if (part[0] === null && isReference(part[1])) return [part[1]];
  const ids = part.map(referenceOf);
  return ids.every((id) => id !== null) ? ids : [];
}

function referenceOf(entry: unknown): string | null {
  if (!isList(entry)) return null;
  const [first, second, third] = entry;
  // A character: the page's own id of the mention, then the character's.
  if (isList(third) && isReference(third[0])) return third[0];
  if (isReference(first)) return first;
  return first === null && isReference(second) ? second : null;
}
