import { isList, type List } from './dig.ts';
import { LIMITS } from './report.ts';

/** The host that gives out what was made. Source: captures of the page, Sept–Oct 2026. */
export const MEDIA_HOST = 'https://flow-content.google/';

/** Tells whether a value is an address on the media host and on no other. */
export function isMediaUrl(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LIMITS.url && value.startsWith(MEDIA_HOST);
}

/** The address in a slot, else the first one of its folder in the list: slots move, folders have not. */
export function mediaUrlIn(list: unknown, slot: number, folder: 'image' | 'video'): string | null {
  if (!isList(list)) return null;
  const found = list[slot];
  return isMediaUrl(found) ? found : (firstIn(list, folder) ?? null);
}

function firstIn(list: List, folder: 'image' | 'video'): string | undefined {
  return list.find((each): each is string => isMediaUrl(each) && each.startsWith(`${MEDIA_HOST}${folder}/`));
}
