import { cutKey } from '../lib/domain/cut.ts';
import type { FilmFacts } from '../lib/domain/next-step.ts';
import type { PanelData } from './panel-props.ts';

/** Counts a film's scenes for its next step. */
export function filmFacts({ project, places, paused }: PanelData): FilmFacts {
  const count = (is: (place: PanelData['places'][number]) => boolean): number => places.filter(is).length;
  const cut = places.flatMap(({ index, video }) => (video === null ? [] : [{ index, take: video }]));
  return {
    scenes: places.length,
    images: count(({ hasImage }) => hasImage),
    videos: count(({ hasVideo }) => hasVideo),
    open: count(({ tone }) => tone === 'needs' || tone === 'work' || tone === 'waiting'),
    failed: count(({ tone }) => tone === 'failed'),
    paused,
    needsImages: project?.videoFrom === 'picture',
    filmMade: project?.film?.cut === cutKey(cut),
  };
}
