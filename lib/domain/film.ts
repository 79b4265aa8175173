import type { AssetId, ProjectId, SceneIndex } from './ids.ts';

/** One clip of a film that is to be joined. */
export interface FilmClip {
  readonly index: SceneIndex;
  readonly assetId: AssetId;
  /** Seconds that it had when it became a take: a shorter one is damaged. */
  readonly lengthS: number;
}

/** What is to be joined into one file, in the film's order. */
export interface FilmOrder {
  readonly projectId: ProjectId;
  readonly clips: readonly FilmClip[];
}

/** A film that was joined and waits to be saved. */
export interface JoinedFilm {
  /** An object URL; it lives until it is revoked. */
  readonly url: string;
  readonly lengthS: number;
  readonly sizeBytes: number;
}

/** A film that was saved. */
export interface SavedFilm {
  /** Path below the downloads folder. */
  readonly name: string;
  readonly lengthS: number;
  readonly sizeBytes: number;
}

/** In what a clip can differ from the first of its film, so that their packets cannot stand in one file. */
export type FormatField =
  /** Such as H.264 and VP9. */
  | 'codec'
  /** Width and height in pixels. */
  | 'size'
  /** Frames per second. */
  | 'rate'
  /** The same codec with other parameters. */
  | 'encoding'
  /** One has sound and the other none, or its codec, rate or channels differ. */
  | 'sound';

/** Every field, in the order in which they are named. */
export const FORMAT_FIELDS: readonly FormatField[] = ['codec', 'size', 'rate', 'encoding', 'sound'];

/** A scene whose clip differs from the first. */
export interface OtherFormat {
  readonly index: SceneIndex;
  readonly fields: readonly FormatField[];
}
