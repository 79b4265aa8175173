import type { Call } from './batch-execute.ts';
import { dig, isList, textAt, walk } from './dig.ts';
import { isFlowId, type FlowId } from './flow-id.ts';
import { LIMITS, type Item, type Mode, type Submit } from './report.ts';
import { takeContext, type Context } from './request-context.ts';
import { readItem } from './shapes-item.ts';

/** What the calls that make something stand for. Source: captures of the page, Sept–Oct 2026. */
const MODE_OF: ReadonlyMap<string, Exclude<Submit['mode'], 'unknown'>> = new Map([
  ['ogiZ0b', 'image'],
  ['YhhmEf', 'text'],
  ['eb1hJf', 'startFrame'],
  ['nprQif', 'startEnd'],
  ['MZZa6b', 'ingredients'],
  ['fZytfe', 'extend'],
  ['p0UkFb', 'enlarge'],
  ['SPrCad', 'enlarge'],
  ['maseQ', 'upload'],
]);

/** Tells whether a call makes something, as far as its name is known. */
export function isSubmit(rpcid: string): boolean {
  return MODE_OF.has(rpcid);
}

/**
 * Reads a request that makes something; null where the call makes nothing. A call whose name is not known but which
 * carries what only orders carry is an unknown order, never nothing: names change with the page's builds.
 */
export function readSubmit({ rpcid, inner }: Call): Submit | null {
  const context = takeContext(inner);
  const mode = MODE_OF.get(rpcid) ?? (context === null ? null : 'unknown');
  if (mode === null) return null;
  const projectId = context?.projectId ?? null;
  if (mode === 'upload') return readUpload(inner, projectId);
  if (mode === 'enlarge') return { mode, projectId, ids: idsOf(inner, context).slice(0, LIMITS.ids) };
  const items = itemsOf(inner, context, mode);
  const batchId = batchOf(inner, context);
  return { mode: items.length === 0 ? 'unknown' : mode, projectId, batchId, items };
}

function itemsOf(inner: unknown, context: Context | null, mode: Mode | 'unknown'): readonly Item[] {
  const items: Item[] = [];
  walk(inner, (list) => {
    if (context?.lists.has(list) === true || items.length >= LIMITS.items) return false;
    const item = readItem(list, mode);
    if (item !== null) items.push(item);
    return item === null;
  });
  return items;
}

/** The short list beside the items that begins with an id. */
function batchOf(inner: unknown, context: Context | null): FlowId | null {
  if (!isList(inner)) return null;
  const batch = inner.findLast(
    (each) => isList(each) && isFlowId(each[0]) && each.length <= 6 && context?.lists.has(each) !== true,
  );
  const id = dig(batch, 0);
  return isFlowId(id) ? id : null;
}

function readUpload(inner: unknown, projectId: FlowId | null): Submit {
  const words = isList(inner) ? inner.filter((each) => typeof each === 'string') : [];
  const fileName = words.find((word) => /^[^/]{1,400}\.\w{2,5}$/.test(word)) ?? '';
  const clientIds = words.filter(isFlowId).slice(0, LIMITS.ids);
  return { mode: 'upload', projectId, fileName: textAt(LIMITS.fileName, [fileName], 0), clientIds };
}

function idsOf(inner: unknown, context: Context | null): readonly FlowId[] {
  const ids: FlowId[] = [];
  walk(inner, (list) => {
    if (context?.lists.has(list) === true) return false;
    for (const each of list) if (isFlowId(each)) ids.push(each);
    return ids.length < LIMITS.ids;
  });
  return ids;
}
