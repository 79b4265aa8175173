import type { ScenePlace } from './card.ts';
import type { SceneIndex } from './ids.ts';
import type { Take } from './take.ts';

/** A video take of which a frame can be used. */
export interface VideoTake {
  readonly take: Take;
  readonly picked: boolean;
}

/** A scene with the video takes that it has, the one in use first, then the newest. */
export interface SceneVideos {
  readonly place: ScenePlace;
  readonly videos: readonly VideoTake[];
}

/** The scene itself first, then the others in the film's order. */
export function ownVideosFirst(film: readonly SceneVideos[], own: SceneIndex): readonly SceneVideos[] {
  const isOwn = ({ place }: SceneVideos): boolean => place.index === own;
  return [...film.filter(isOwn), ...film.filter((scene) => !isOwn(scene))];
}
