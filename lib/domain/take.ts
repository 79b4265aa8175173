import type { AssetId, AttemptId, CommandId, ProjectId, SceneIndex, TakeNumber, TaskId } from './ids.ts';
import type { Remark } from './attempt.ts';
import type { Kind } from './scene.ts';
import { assetsOfSnapshot, type Snapshot } from './snapshot.ts';

/** What the bytes of a take are, found by looking into them and not by their name. */
export interface Media {
  /** `image/png`, `image/jpeg`, `image/webp`, `video/mp4`, `video/webm`, `audio/mpeg`, `audio/wav` or `audio/mp4`. */
  readonly mime: string;
  readonly sizeBytes: number;
  /** Pixels; 0 for a voice. */
  readonly width: number;
  readonly height: number;
  /** Seconds; null for an image. */
  readonly lengthS: number | null;
  /** Frames per second; null for an image and a voice. */
  readonly fps: number | null;
  /** As the container names it, such as `avc`; null for an image. */
  readonly codec: string | null;
  readonly hasSound: boolean;
}

/** Where a take came from. */
export type Origin =
  | {
      readonly type: 'generated';
      readonly taskId: TaskId;
      readonly attemptId: AttemptId;
      /** Which of the order's outputs, from 0. */
      readonly output: number;
      readonly remarks: readonly Remark[];
    }
  | { readonly type: 'imported'; readonly commandId: CommandId }
  /** A frame of a video take, so that one scene goes on where another ends. */
  | { readonly type: 'frame'; readonly commandId: CommandId; readonly of: FrameOf };

/** Which frame of which video take of the same project. */
export interface FrameOf {
  readonly sceneIndex: SceneIndex;
  readonly take: TakeNumber;
  readonly edge: FrameEdge;
}

/** The frame with which a clip begins, or the one with which it ends. */
export type FrameEdge = 'first' | 'last';

/** What a frame is used for: the scene's image, with which its video begins, or what that ends with. */
export type FrameUse = 'begin' | 'end';

/** Every use of a frame. */
export const FRAME_USES = ['begin', 'end'] as const satisfies readonly FrameUse[];

/** Every edge, for rows and messages. */
export const FRAME_EDGES = ['first', 'last'] as const satisfies readonly FrameEdge[];

/** Outputs from this number on were not ordered with the others: larger copies that the user had made of them later. */
export const LARGER_FROM = 100;

/** Tells a larger copy of an earlier take of the same order. */
export function isLarger({ origin }: Take): boolean {
  return origin.type === 'generated' && origin.output >= LARGER_FROM;
}

/** What is to know of the order of a take beside what it was made with; none where it was not ordered. */
export function remarksOf({ origin }: Take): readonly Remark[] {
  return origin.type === 'generated' ? origin.remarks : [];
}

/** One finished, immutable result of a scene; its key is `[projectId, sceneIndex, kind, number]` (L3). */
export interface Take {
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly kind: Kind;
  readonly number: TakeNumber;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  readonly origin: Origin;
  readonly assetId: AssetId;
  /** A 320 px WebP picture of it; null where it has none. */
  readonly posterId: AssetId | null;
  readonly media: Media;
  /** What made it. */
  readonly snapshot: Snapshot;
}

/** A file that a take was saved as. */
export interface SavedFile {
  /** Path below the downloads folder, as it was asked for. */
  readonly name: string;
  readonly downloadId: number;
}

/** A take that is still to be saved as it was made. */
export interface ToSave {
  /** Of the download that was asked for: by it the browser knows what became of it. Null before one was. */
  readonly url: string | null;
}

/** What people do with a take, beside the row that never changes (L3). Same key as its take. */
export interface Mark {
  readonly projectId: ProjectId;
  readonly sceneIndex: SceneIndex;
  readonly kind: Kind;
  readonly number: TakeNumber;
  readonly starred: boolean;
  readonly note: string;
  readonly archivedAt: number | null;
  readonly binnedAt: number | null;
  /** When the user first looked at it; null while it is new. */
  readonly seenAt: number | null;
  readonly saved: readonly SavedFile[];
  /** Null once it is saved, and where takes are not saved as they are made. */
  readonly toSave: ToSave | null;
  /** When a check found its bytes gone; null while they are there, as far as anybody knows. */
  readonly missingAt: number | null;
}

/** The mark of a take that nobody has touched. */
export function emptyMark(key: Pick<Take, 'projectId' | 'sceneIndex' | 'kind' | 'number'>): Mark {
  const { projectId, sceneIndex, kind, number } = key;
  return {
    projectId,
    sceneIndex,
    kind,
    number,
    starred: false,
    note: '',
    archivedAt: null,
    binnedAt: null,
    seenAt: null,
    saved: [],
    toSave: null,
    missingAt: null,
  };
}

/** Every asset that a take names: its bytes, its poster, and what it was made from (L12). */
export function assetsOfTake(take: Take): readonly AssetId[] {
  const own = take.posterId === null ? [take.assetId] : [take.assetId, take.posterId];
  return [...own, ...assetsOfSnapshot(take.snapshot)];
}

/** File extension by content, without the dot. */
export function extensionOf(mime: string): string {
  const known: Readonly<Record<string, string>> = {
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'image/webp': 'webp',
    'video/mp4': 'mp4',
    'video/webm': 'webm',
    'audio/mpeg': 'mp3',
    'audio/wav': 'wav',
    'audio/mp4': 'm4a',
  };
  return known[mime] ?? 'bin';
}
