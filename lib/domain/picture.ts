import type { AssetId, PictureId, ProjectId, SceneIndex } from './ids.ts';

/** What a picture shows; `scene` is a photo of the shot itself. */
export type PictureRole = 'scene' | 'product' | 'person' | 'place';

/** A picture that the user gave: to one scene, or to the whole project where `sceneIndex` is null. */
export interface Picture {
  readonly id: PictureId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex | null;
  readonly role: PictureRole;
  readonly assetId: AssetId;
  /** File name as it came. */
  readonly name: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds since the epoch; pictures stand in this order. */
  readonly addedAt: number;
  readonly deletedAt: number | null;
}
