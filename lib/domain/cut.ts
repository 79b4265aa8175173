import type { AssetId, SceneIndex, TakeNumber } from './ids.ts';

/** One scene of a cut: which video plays, and when. */
export interface CutPart {
  readonly index: SceneIndex;
  readonly take: TakeNumber;
  readonly assetId: AssetId;
  /** Seconds from the beginning of the film. */
  readonly from: number;
  readonly to: number;
}

/** The picked videos in the film's order, with their times. */
export type Cut = readonly CutPart[];

/** What a cut is made from: a scene's picked video. */
export interface PickedVideo {
  readonly index: SceneIndex;
  readonly take: TakeNumber;
  readonly assetId: AssetId;
  readonly lengthS: number;
}

/** Puts picked videos one behind the other; they come in the film's order. */
export function makeCut(videos: readonly PickedVideo[]): Cut {
  let from = 0;
  return videos.map(({ lengthS, ...video }) => {
    const part = { ...video, from, to: from + lengthS };
    from = part.to;
    return part;
  });
}

/** Seconds that a cut lasts. */
export function cutLengthS(cut: Cut): number {
  return cut.at(-1)?.to ?? 0;
}

/** Names what plays and in which order, such as `1.2 3.1`: another pick or order has another name. */
export function cutKey(parts: readonly { readonly index: SceneIndex; readonly take: TakeNumber }[]): string {
  return parts.map(({ index, take }) => `${index}.${take}`).join(' ');
}
