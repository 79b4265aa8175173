export type Outcome =
  | { readonly kind: 'pending'; readonly finishAt: number }
  | { readonly kind: 'done'; readonly at: number }
  | { readonly kind: 'failed'; readonly at: number; readonly code: number };

/** One picture or clip of a project, from its order on. Times are of the steady clock, stamps of the wall clock. */
export interface Medium {
  readonly mediaId: string;
  readonly workflowId: string;
  readonly projectId: string;
  readonly kind: 'image' | 'video' | 'upload';
  readonly title: string;
  readonly prompt: string;
  readonly modelKey: string;
  /** As on the wire: of images 1 to 5, of videos 1 and 2. */
  readonly aspect: number;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly seed: number;
  /** The client's UUID that the listing echoes; null for uploads. */
  readonly batch: string | null;
  /** Media ids of frames or ingredients, as they were sent. */
  readonly references: readonly string[];
  readonly price: number;
  readonly orderedAt: number;
  readonly createdAt: number;
  /** Made by somebody else's hand. */
  readonly foreign: boolean;
  /** What becomes of it when its time has come; null: it is done. */
  readonly willFail: number | null;
  readonly mimeType: string;
  /** The bytes of an upload; all else is made when asked for. */
  readonly bytes: Uint8Array | null;
  outcome: Outcome;
  finishedWall: number | null;
  notFoundPolls: number;
  linksGiven: number;
  readonly waiters: Array<() => void>;
}

export const QUEUED_MS = 5000;

/** Resolves when the medium is no longer pending. */
export function ended(medium: Medium): Promise<void> {
  if (medium.outcome.kind !== 'pending') return Promise.resolve();
  return new Promise((resolve) => medium.waiters.push(resolve));
}

const IMAGE_SIZES: ReadonlyArray<readonly [width: number, height: number]> = [
  [1024, 1024],
  [768, 1376],
  [1376, 768],
  [896, 1200],
  [1200, 896],
];

/** Width and height of an image aspect 1 to 5; null for any other number. */
export function imageSize(aspect: number): readonly [width: number, height: number] | null {
  return IMAGE_SIZES[aspect - 1] ?? null;
}

/** Width and height of a video aspect: 1 is upright, 2 is wide; null for any other number. */
export function videoSize(aspect: number, modelKey: string): readonly [width: number, height: number] | null {
  const [long, short] = modelKey.endsWith('_360p') ? [640, 360] : [1280, 720];
  if (aspect === 1) return [short, long];
  return aspect === 2 ? [long, short] : null;
}
