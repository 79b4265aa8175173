import type { ScenePlace } from './card.ts';

/** Which scenes a list shows; its words stand in `_locales` under `filter_` and the name. */
export type SceneFilter = 'all' | 'needsYou' | 'failed' | 'atWork' | 'newTakes' | 'missing';

/** All filters, in the order in which they are offered. */
export const SCENE_FILTERS: readonly SceneFilter[] = [
  'all',
  'needsYou',
  'failed',
  'atWork',
  'newTakes',
  'missing',
];

/** Tells whether a filter shows a scene. `missing` are scenes without a video; `atWork` includes the queue. */
export function passes(filter: SceneFilter, place: ScenePlace): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'needsYou':
      return place.tone === 'needs';
    case 'failed':
      return place.tone === 'failed';
    case 'atWork':
      return place.tone === 'work' || place.tone === 'waiting';
    case 'newTakes':
      return place.hasNewTake;
    case 'missing':
      return !place.hasVideo;
  }
}

/** How many scenes each filter shows. */
export function countByFilter(places: readonly ScenePlace[]): Readonly<Record<SceneFilter, number>> {
  const count = (filter: SceneFilter): number => places.filter((place) => passes(filter, place)).length;
  return {
    all: places.length,
    needsYou: count('needsYou'),
    failed: count('failed'),
    atWork: count('atWork'),
    newTakes: count('newTakes'),
    missing: count('missing'),
  };
}
