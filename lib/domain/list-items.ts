import type { ScenePlace } from './card.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import { passes, type SceneFilter } from './scene-filter.ts';

/** One thing in the list of scenes: a chapter's heading, or a scene. */
export type ListItem =
  | { readonly type: 'chapter'; readonly chapter: Chapter; readonly isFolded: boolean }
  | {
      readonly type: 'scene';
      readonly place: ScenePlace;
      /** The chapter that it stands in. */
      readonly chapter: Chapter;
      /** Place among the scenes that the list shows, from 1. */
      readonly at: number;
    };

/** What decides over a list besides its scenes. */
export interface ListChoice {
  readonly filter: SceneFilter;
  /** Keys of chapters whose scenes are folded away. */
  readonly folded: ReadonlySet<string>;
  /** Scenes that stay although the filter hides them: somebody is at work in them. */
  readonly stays: ReadonlySet<ScenePlace['index']>;
}

/** The list as it is shown: headings where the script has chapters, the scenes that the filter lets through. */
export function listItems(
  places: readonly ScenePlace[],
  { filter, folded, stays }: ListChoice,
): readonly ListItem[] {
  const shown = places.filter((place) => passes(filter, place) || stays.has(place.index));
  const chapters = chaptersOf(shown);
  const hasHeadings = chapters.some(({ heading }) => heading !== '');
  let at = 0;
  return chapters.flatMap((chapter): readonly ListItem[] => {
    const isFolded = hasHeadings && folded.has(chapter.key);
    const head: readonly ListItem[] = hasHeadings ? [{ type: 'chapter', chapter, isFolded }] : [];
    if (isFolded) return head;
    const scenes = chapter.places.map((place): ListItem => ({ type: 'scene', place, chapter, at: ++at }));
    return [...head, ...scenes];
  });
}
