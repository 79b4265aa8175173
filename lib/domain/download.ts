import type { ProjectId, SceneIndex, TakeNumber } from './ids.ts';
import type { Kind } from './scene.ts';

/** Which files a download is about. */
export type DownloadRequest =
  | {
      readonly type: 'take';
      readonly projectId: ProjectId;
      readonly index: SceneIndex;
      readonly kind: Kind;
      readonly number: TakeNumber;
    }
  /** The pick of one scene: its video, else its image. */
  | { readonly type: 'pick'; readonly projectId: ProjectId; readonly index: SceneIndex }
  /** The picks of all scenes. */
  | { readonly type: 'picks'; readonly projectId: ProjectId };

/** What a download did. */
export interface Downloaded {
  /** Files handed to the browser. */
  readonly started: number;
  /** Picks whose same bytes are saved already. */
  readonly already: number;
  /** Folder below the downloads folder. */
  readonly folder: string;
}
