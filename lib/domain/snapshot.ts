import { chosenFor } from './choices.ts';
import type { AssetId, PictureId, TakeNumber } from './ids.ts';
import type { Fault } from './fault.ts';
import type { Kind, Scene } from './scene.ts';
import type { Picture, PictureRole } from './picture.ts';
import type { Aspect, CaptionStyle, Project, VideoFrom } from './project.ts';
import { linesFor, withLines } from './prompt-lines.ts';
import { promptOf } from './prompt-of.ts';
import type { ProviderName } from './capabilities.ts';

/** A picture as it was when a task began to prepare. */
export interface SnapshotPicture {
  readonly id: PictureId;
  readonly role: PictureRole;
  readonly assetId: AssetId;
}

/** The image take that a video is made from. */
export interface SnapshotImage {
  readonly take: TakeNumber;
  readonly assetId: AssetId;
}

/** Everything that makes a take, read at once when a task prepares, frozen at its first intent (L4). */
export interface Snapshot {
  readonly kind: Kind;
  readonly provider: ProviderName;
  /** The model as its service names it; null where it was left to the service, or there is nothing to choose. */
  readonly model: string | null;
  readonly title: string;
  readonly description: string;
  readonly voiceOver: string;
  /** The prompt of this kind. */
  readonly prompt: string;
  readonly aspect: Aspect;
  /** Seconds; null for an image. */
  readonly lengthS: number | null;
  readonly videoFrom: VideoFrom;
  readonly pictures: readonly SnapshotPicture[];
  /** Null for an image, and for a video from text. */
  readonly image: SnapshotImage | null;
  readonly paletteSeed: number;
  readonly captionStyle: CaptionStyle;
  /** Takes that the order makes; each is one of them, so that it makes none stale. */
  readonly outputs: number;
  /** 0 to 2^32 - 1, new for each task; not an input, so it never makes a take stale. */
  readonly seed: number;
}

/** What a snapshot is read from. */
export interface Inputs {
  readonly project: Project;
  readonly scene: Scene;
  /** The project's and the scene's pictures that are in use. */
  readonly pictures: readonly Picture[];
  /** The scene's image pick; null where it has none. */
  readonly image: SnapshotImage | null;
}

/** Reads the snapshot that a task of this kind would have now. */
export function readSnapshot(kind: Kind, inputs: Inputs, seed: number): Snapshot {
  const { project, scene } = inputs;
  const { model, clipLengthS, outputs } = chosenFor(project, kind);
  const fromPicture = kind === 'video' && project.videoFrom === 'picture';
  return {
    kind,
    provider: project.provider,
    model,
    title: scene.title,
    description: scene.description,
    voiceOver: scene.voiceOver,
    prompt: withLines(ownPrompt(kind, inputs), kind === 'voice' ? [] : linesFor(project, scene)),
    aspect: project.aspect,
    lengthS: kind === 'image' ? null : (clipLengthS ?? scene.lengthS),
    videoFrom: project.videoFrom,
    pictures: picturesIn(kind, inputs.pictures).map(({ id, role, assetId }) => ({ id, role, assetId })),
    image: fromPicture ? inputs.image : null,
    paletteSeed: project.paletteSeed,
    captionStyle: project.captionStyle,
    outputs,
    seed,
  };
}

/** What this kind is made with, oldest first: the end frame is a video's alone, and the newest one counts. */
function picturesIn(kind: Kind, given: readonly Picture[]): readonly Picture[] {
  const sorted = given.toSorted((a, b) => a.addedAt - b.addedAt || a.id.localeCompare(b.id));
  const end = kind === 'video' ? sorted.findLast(({ role }) => role === 'end') : undefined;
  return sorted.filter((picture) => picture.role !== 'end' || picture === end);
}

/** The picture that a video ends with; null where it ends as it may. */
export function endFrameOf({ pictures }: Pick<Snapshot, 'pictures'>): AssetId | null {
  return pictures.find(({ role }) => role === 'end')?.assetId ?? null;
}

/** What the user wrote for this kind; where lines are added to it, the words that stand in for an empty one. */
function ownPrompt(kind: Kind, { project, scene }: Inputs): string {
  if (kind === 'voice') return scene.voiceOver;
  const prompt = kind === 'image' ? scene.imagePrompt : scene.videoPrompt;
  return linesFor(project, scene).length === 0 ? prompt : promptOf({ ...scene, prompt });
}

/** An input of a take that has changed since. */
export type StaleInput =
  | 'title'
  | 'description'
  | 'voiceOver'
  | 'prompt'
  | 'aspect'
  | 'lengthS'
  | 'pictures'
  | 'image'
  | 'videoFrom'
  | 'captionStyle'
  | 'model';

/** Names the inputs in which a take differs from its scene's present ones; empty when it is current. */
export function staleInputs(made: Snapshot, present: Snapshot): readonly StaleInput[] {
  const stale: StaleInput[] = [];
  const compare = (input: StaleInput, same: boolean): void => void (same || stale.push(input));
  compare('title', made.title === present.title);
  compare('description', made.description === present.description);
  compare('voiceOver', made.kind === 'image' || made.voiceOver === present.voiceOver);
  compare('prompt', made.prompt === present.prompt);
  compare('aspect', made.aspect === present.aspect);
  compare('lengthS', made.lengthS === present.lengthS);
  compare('videoFrom', made.kind !== 'video' || made.videoFrom === present.videoFrom);
  compare('pictures', samePictures(made.pictures, present.pictures));
  compare('captionStyle', made.captionStyle === present.captionStyle || !hasCaptions(made, present));
  compare('model', isModelAsked(made, present));
  compare('image', made.image?.assetId === present.image?.assetId);
  return stale;
}

/** Only drafts have what is spoken in their picture. */
function hasCaptions(made: Snapshot, present: Snapshot): boolean {
  const isDraft = made.provider === 'animatic' && present.provider === 'animatic';
  return isDraft && made.kind === 'video' && made.voiceOver.trim() !== '';
}

/**
 * Whether a take is of the model that is chosen now. One that is left to the service may be any, and a take of another
 * service stays what it is.
 */
function isModelAsked(made: Snapshot, present: Snapshot): boolean {
  return present.model === null || made.provider !== present.provider || made.model === present.model;
}

/** Every asset that a snapshot names, so that the sweep leaves them alone (L12). */
export function assetsOfSnapshot(snapshot: Snapshot): readonly AssetId[] {
  const ids = snapshot.pictures.map((picture) => picture.assetId);
  return snapshot.image === null ? ids : [...ids, snapshot.image.assetId];
}

/** Names what a snapshot lacks to be ordered; null when nothing is missing. */
export function lackOf(snapshot: Snapshot): Extract<Fault, { readonly type: 'NoText' | 'NoImage' }> | null {
  if (snapshot.kind === 'video' && snapshot.videoFrom === 'picture') {
    return snapshot.image === null ? { type: 'NoImage' } : null;
  }
  const words = snapshot.title + snapshot.description + snapshot.voiceOver + snapshot.prompt;
  return words.trim() === '' && snapshot.pictures.length === 0 ? { type: 'NoText' } : null;
}

function samePictures(a: readonly SnapshotPicture[], b: readonly SnapshotPicture[]): boolean {
  const text = (list: readonly SnapshotPicture[]): string =>
    list.map(({ role, assetId }) => `${role}:${assetId}`).join();
  return text(a) === text(b);
}
