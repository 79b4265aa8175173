import type { Choices } from './choices.ts';
import type { ProjectId, SceneIndex } from './ids.ts';
import type { ProviderName } from './capabilities.ts';
import type { EndCard } from './end-card.ts';
import type { PromptLines } from './prompt-lines.ts';
import type { PromptRules } from './prompt-rules.ts';

/** Width to height of every frame of a film. */
export type Aspect = '16:9' | '9:16' | '1:1' | '4:5';

/** All aspects, in the order in which they are offered. */
export const ASPECTS: readonly Aspect[] = ['16:9', '9:16', '1:1', '4:5'];

/** What a video is made from: the scene's picked image, or its text alone. */
export type VideoFrom = 'picture' | 'text';

/** What a batch of videos does where images are missing and takes cost: make those and wait for the user, or both. */
export type AfterImages = 'wait' | 'goOn';

/** Both ways, in the order in which they are offered. */
export const AFTER_IMAGES: readonly AfterImages[] = ['wait', 'goOn'];

/** How what is spoken stands in drafts and in the preview of a film: on a band, as outlined letters, or not at all. */
export type CaptionStyle = 'band' | 'outline' | 'none';

/** Every style, in the order in which they are offered. */
export const CAPTION_STYLES: readonly CaptionStyle[] = ['band', 'outline', 'none'];

/** How a project's name is written in file names: as plain ASCII, or with its Vietnamese letters. */
export type Naming = 'ascii' | 'letters';

/** Both ways. */
export const NAMINGS: readonly Naming[] = ['ascii', 'letters'];

/** The file that a film was made into. */
export interface MadeFilm {
  /** The cut that it was made from, as `cutKey` names it. */
  readonly cut: string;
  /** Path below the downloads folder. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** Longest name of a client, in characters. */
export const CLIENT_LIMIT = 100;

/** One film in the making. */
export interface Project extends Choices, PromptLines, PromptRules, EndCard {
  readonly id: ProjectId;
  /** As the user wrote it: 1 to 200 characters. */
  readonly name: string;
  /** For whom it is made, up to {@link CLIENT_LIMIT} characters; empty where nobody is named. */
  readonly client: string;
  /** File-name stem fixed when the project is made, unique among projects, kept on rename. */
  readonly stem: string;
  /** How the stem was made of the name; fixed with it, so that all files of a film stand together. */
  readonly naming: Naming;
  readonly aspect: Aspect;
  readonly videoFrom: VideoFrom;
  readonly afterImages: AfterImages;
  readonly captionStyle: CaptionStyle;
  /** Who makes new takes. */
  readonly provider: ProviderName;
  /** Chooses the project's colours; 0 to 2^32 - 1, drawn when the project is made. */
  readonly paletteSeed: number;
  /** The index that the next new scene gets; only ever rises (L1). */
  readonly nextIndex: SceneIndex;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The newest film that was made of it; null before there is one. */
  readonly film: MadeFilm | null;
  /** When it was put away; null while the chooser offers it. */
  readonly archivedAt: number | null;
  /** When it was put into the bin; null while it is in use. */
  readonly deletedAt: number | null;
}

/** Pixels of a frame in the 720p class: the short side is 720, both sides are even as H.264 4:2:0 asks. */
export const FRAME_BY_ASPECT: Readonly<Record<Aspect, { readonly width: number; readonly height: number }>> =
  {
    '16:9': { width: 1280, height: 720 },
    '9:16': { width: 720, height: 1280 },
    '1:1': { width: 720, height: 720 },
    '4:5': { width: 720, height: 900 },
  };
