import { makeCut, type Cut } from './cut.ts';
import type { AssetId, SceneIndex, TakeNumber } from './ids.ts';

/** What a plan is told of one scene in use. */
export interface FilmScene {
  readonly index: SceneIndex;
  /** 1 for the first scene of the film. */
  readonly ordinal: number;
  /** Its picked video; null where it has none. */
  readonly video: {
    readonly take: TakeNumber;
    readonly assetId: AssetId;
    /** Seconds. */
    readonly lengthS: number;
    /** Whether its inputs have changed since it was made. */
    readonly isStale: boolean;
    /** Whether it was made in another format than the film has now. */
    readonly isOtherAspect: boolean;
  } | null;
  /** Whether it has an unpicked video that nobody has looked at. */
  readonly hasNewTake: boolean;
}

/** A scene as a plan names it. */
export type PlannedScene = Pick<FilmScene, 'index' | 'ordinal'>;

/** What a film would be made of now, and what the user may want to look at first; scenes in the film's order. */
export interface FilmPlan {
  readonly cut: Cut;
  readonly newTakes: readonly PlannedScene[];
  readonly stale: readonly PlannedScene[];
  /** Videos of another format than the film's, where others have it: they cannot be joined. */
  readonly otherAspect: readonly PlannedScene[];
  /** Scenes without a video: the film is made without them. */
  readonly missing: readonly PlannedScene[];
}

/** Plans a film of what is there. */
export function filmPlan(scenes: readonly FilmScene[]): FilmPlan {
  const named = (is: (scene: FilmScene) => boolean): readonly PlannedScene[] =>
    scenes.filter(is).map(({ index, ordinal }) => ({ index, ordinal }));
  const others = named(({ video }) => video?.isOtherAspect === true);
  const isMixed = scenes.some(({ video }) => video?.isOtherAspect === false);
  return {
    cut: makeCut(
      scenes.flatMap(({ index, video }) =>
        video === null ? [] : [{ index, take: video.take, assetId: video.assetId, lengthS: video.lengthS }],
      ),
    ),
    newTakes: named(({ hasNewTake }) => hasNewTake),
    stale: named(({ video }) => video?.isStale === true && !(isMixed && video.isOtherAspect)),
    otherAspect: isMixed ? others : [],
    missing: named(({ video }) => video === null),
  };
}
