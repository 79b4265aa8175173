import type { ScenePlace } from './card.ts';
import type { StatusTone } from './status.ts';
import { worstTone } from './status.ts';

/** Scenes that stand one after the other under one heading of the script. */
export interface Chapter {
  /** Tells it from another run of the same heading further on. */
  readonly key: string;
  /** Empty for scenes that stand under none. */
  readonly heading: string;
  readonly places: readonly ScenePlace[];
  /** The worst state of its scenes. */
  readonly tone: StatusTone;
}

/** Cuts scenes, in the order of the film, into runs of one heading. */
export function chaptersOf(places: readonly ScenePlace[]): readonly Chapter[] {
  const runs: { readonly heading: string; readonly places: ScenePlace[] }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.heading === place.chapter) last.places.push(place);
    else runs.push({ heading: place.chapter, places: [place] });
  }
  const seen = new Map<string, number>();
  return runs.map(({ heading, places: own }) => {
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return { key: `${before} ${heading}`, heading, places: own, tone: worstTone(own) };
  });
}
