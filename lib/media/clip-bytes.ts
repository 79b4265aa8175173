import type { SceneIndex } from '../domain/ids.ts';

/** One clip that is to be joined. */
export interface ClipBytes {
  readonly index: SceneIndex;
  readonly bytes: Blob;
  /** Seconds that it has to have; 0 where nobody knows. */
  readonly lengthS: number;
}

/** Writes bytes of the film at a place in its file; they may be others once it has returned. */
export type WriteAt = (bytes: Uint8Array<ArrayBuffer>, position: number) => void;

/** Told how far the film is, 0 to 1. */
export type JoinProgress = (share: number) => void;

/** A film as bytes: in memory, made of those of its clips, or a view of its file in the browser's private folder. */
export interface JoinedBytes {
  readonly bytes: Blob;
  readonly lengthS: number;
}

/** A clip that was cut off and whose index was made anew is shorter than the take was; a frame is rounding. */
export function isShorter(clipS: number, lengthS: number, rate: number): boolean {
  return lengthS > 0 && clipS < lengthS - 1.5 / rate;
}
