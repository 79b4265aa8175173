import type { ScenePlace } from './card.ts';
import type { SceneIndex } from './ids.ts';
import type { VideoFrom } from './project.ts';

/** What chooses scenes by what they are; its words stand in `_locales` under `choose_` and the name. */
export type ChooseRule = 'all' | 'missingImage' | 'missingVideo' | 'failed' | 'stale' | 'none';

/** All rules, in the order in which they are offered. */
export const CHOOSE_RULES: readonly ChooseRule[] = [
  'all',
  'missingImage',
  'missingVideo',
  'failed',
  'stale',
  'none',
];

/** The scenes that a rule chooses; `stale` are those whose picks are stale, where that was looked for. */
export function chosenByRule(
  rule: ChooseRule,
  places: readonly ScenePlace[],
  stale: readonly SceneIndex[] = [],
): readonly SceneIndex[] {
  const of = (is: (place: ScenePlace) => boolean): readonly SceneIndex[] =>
    places.filter(is).map(({ index }) => index);
  switch (rule) {
    case 'all':
      return of(() => true);
    case 'missingImage':
      return of(({ hasImage }) => !hasImage);
    case 'missingVideo':
      return of(({ hasVideo }) => !hasVideo);
    case 'failed':
      return of(({ failed }) => failed.length > 0);
    case 'stale': {
      const known = new Set(stale);
      return of(({ index }) => known.has(index));
    }
    case 'none':
      return [];
  }
}

/** The scenes of a list from one to another, both with it; only the other where the first is not in the list. */
export function scenesBetween(
  order: readonly SceneIndex[],
  from: SceneIndex | null,
  to: SceneIndex,
): readonly SceneIndex[] {
  const [a, b] = [from === null ? -1 : order.indexOf(from), order.indexOf(to)];
  return a === -1 || b === -1 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** How many takes a choice would order of a kind: the first of a scene, or another beside the one it has. */
export interface OrderCount {
  readonly first: number;
  readonly again: number;
}

/** What can be done with a choice of scenes, in scenes. */
export interface ChoiceCounts {
  readonly image: OrderCount;
  readonly video: OrderCount;
  readonly failed: number;
  readonly open: number;
}

/** Counts what can be done with chosen scenes; what is on its way is not ordered again, what failed is retried. */
export function countChosen(places: readonly ScenePlace[], videoFrom: VideoFrom): ChoiceCounts {
  const isBarred = ({ failed }: ScenePlace, kind: 'image' | 'video'): boolean =>
    failed.includes(kind) || (kind === 'video' && videoFrom === 'picture' && failed.includes('image'));
  const of = (kind: 'image' | 'video'): OrderCount => {
    const free = places.filter(({ open }) => !open.includes(kind));
    const has = (place: ScenePlace): boolean => (kind === 'image' ? place.hasImage : place.hasVideo);
    return {
      first: free.filter((place) => !has(place) && !isBarred(place, kind)).length,
      again: free.filter(has).length,
    };
  };
  return {
    image: of('image'),
    video: of('video'),
    failed: places.filter(({ failed }) => failed.length > 0).length,
    open: places.filter(({ open }) => open.length > 0).length,
  };
}
