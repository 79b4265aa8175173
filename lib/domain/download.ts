import type { Fault } from './fault.ts';
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

/** What the browser says of the download of a URL. */
export type DownloadState =
  /** None of ours has this URL. */
  | { readonly state: 'unknown' }
  | { readonly state: 'running' }
  /** `name` is the path below the downloads folder that it got, as far as its last two parts tell. */
  | { readonly state: 'saved'; readonly downloadId: number; readonly name: string }
  /** The user stopped it. */
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What a download did. */
export interface Downloaded {
  /** Files handed to the browser. */
  readonly started: number;
  /** Picks whose same bytes are saved already. */
  readonly already: number;
  /** Folder below the downloads folder. */
  readonly folder: string;
}
