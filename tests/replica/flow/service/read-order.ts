import type { SubmitRpcid } from '../contract.ts';
import { isList, numberAt, slot, textAt, type Json } from './json.ts';

/** One output that a submit asks for. */
export interface OrderItem {
  readonly prompt: string;
  readonly modelKey: string;
  readonly aspect: number;
  readonly seed: number | null;
  readonly references: readonly string[];
}

/** A submit as it was read from its positional body. */
export interface FlowOrder {
  readonly kind: 'image' | 'video';
  readonly projectId: string;
  readonly token: string | null;
  /** The UUID that the listing echoes. */
  readonly batch: string;
  readonly items: readonly OrderItem[];
}

/** Words of a prompt's parts; a picture mentioned among them has a name and no words. */
function promptIn(parts: Json | undefined): string | null {
  const list = slot(parts, 0);
  if (!isList(list)) return null;
  return list.map((part) => textAt(part, 0) ?? textAt(part, 1, 0, 1) ?? '').join('');
}

function mentionsIn(parts: Json | undefined): readonly string[] {
  const list = slot(parts, 0);
  return isList(list) ? list.flatMap((part) => textAt(part, 1, 0, 0) ?? []) : [];
}

/** `[["<id>",…],…]`, or one such entry alone, as captures differ; `slotOfId` says where the id lies. */
function idsIn(list: Json | undefined, slotOfId: number): readonly string[] {
  if (!isList(list)) return [];
  const alone = textAt(list, slotOfId);
  return alone === null ? list.flatMap((entry) => textAt(entry, slotOfId) ?? []) : [alone];
}

function imageItem(item: Json): OrderItem | null {
  const prompt = promptIn(slot(item, 8));
  const [modelKey, aspect] = [textAt(item, 5), numberAt(item, 4)];
  if (prompt === null || modelKey === null || aspect === null) return null;
  const references = [...idsIn(slot(item, 2), 0), ...mentionsIn(slot(item, 8))];
  return { prompt, modelKey, aspect, seed: numberAt(item, 3), references };
}

/** How many frames an item of each call carries before its UUID block. */
const FRAMES: Readonly<Record<string, number>> = { YhhmEf: 0, eb1hJf: 1, nprQif: 2, MZZa6b: 0 };

function videoItem(rpcid: string, item: Json): OrderItem | null {
  const shift = rpcid === 'MZZa6b' ? 1 : 0;
  const prompt = promptIn(slot(item, 0, 2));
  const [modelKey, aspect] = [textAt(item, 1 + shift), numberAt(item, 2 + shift)];
  if (prompt === null || modelKey === null || aspect === null) return null;
  const count = FRAMES[rpcid] ?? 0;
  const frames = Array.from({ length: count }, (_, at) => textAt(item, 4 + at, 1));
  if (frames.includes(null) || textAt(item, 4 + shift + count, 4) === null) return null;
  const ingredients = shift === 1 ? idsIn(slot(item, 1), 1) : [];
  const references = [...frames.flatMap((id) => id ?? []), ...ingredients, ...mentionsIn(slot(item, 0, 2))];
  return { prompt, modelKey, aspect, seed: null, references };
}

interface Frame {
  readonly kind: 'image' | 'video';
  readonly context: Json | undefined;
  readonly batch: string | null;
  readonly items: Json | undefined;
}

function frameOf(rpcid: SubmitRpcid, inner: Json): Frame {
  if (rpcid === 'ogiZ0b')
    return { kind: 'image', context: slot(inner, 3), batch: textAt(inner, 4, 0), items: slot(inner, 1) };
  return { kind: 'video', context: slot(inner, 1), batch: textAt(inner, 2, 0), items: slot(inner, 0) };
}

/** Project and token of the context array that every captcha-bearing call carries. */
export function readContext(context: Json | undefined): { projectId: string | null; token: string | null } {
  return { projectId: textAt(context, 5), token: textAt(context, 10, 0) };
}

/** Reads the body of a generation; null where it has not the shape of this call. Source: captures, Sept–Oct 2026. */
export function readOrder(rpcid: SubmitRpcid, inner: Json): FlowOrder | null {
  const { kind, context, batch, items } = frameOf(rpcid, inner);
  const { projectId, token } = readContext(context);
  if (projectId === null || batch === null || !isList(items) || items.length === 0) return null;
  const read = items.map((item) => (kind === 'image' ? imageItem(item) : videoItem(rpcid, item)));
  const whole = read.filter((item) => item !== null);
  if (whole.length < read.length || whole.length > 4) return null;
  return { kind, projectId, token, batch, items: whole };
}
