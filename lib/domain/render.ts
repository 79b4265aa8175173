import type { AssetId, AttemptId, ProjectId, SceneIndex } from './ids.ts';
import type { Fault } from './fault.ts';
import type { Aspect } from './project.ts';
import type { Kind } from './scene.ts';
import type { Snapshot } from './snapshot.ts';
import type { Media } from './take.ts';

/** What is to be made for an attempt by the renderer. */
export interface RenderOrder {
  readonly attemptId: AttemptId;
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly snapshot: Snapshot;
}

/** What the renderer knows of an attempt. */
export type RenderState =
  | { readonly state: 'unknown' }
  | { readonly state: 'running'; readonly progress: number }
  /** Its bytes are staged under the attempt. */
  | { readonly state: 'ended'; readonly assetId: AssetId }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What an asset must be to become a take of its order. */
export interface Expected {
  readonly kind: Kind;
  readonly aspect: Aspect;
  /** Seconds; null where the order names no length. */
  readonly lengthS: number | null;
}

/** A frame of a clip as a picture, staged with its poster. */
export interface TakenFrame extends Inspection {
  readonly assetId: AssetId;
}

/** What the inspector found in an asset. */
export interface Inspection {
  readonly media: Media;
  /** A 320 px WebP picture, staged under the same attempt; null where there is nothing to see. */
  readonly posterId: AssetId | null;
}
