import type { Capabilities, ProviderName } from './capabilities.ts';
import type { Chosen } from './choices.ts';
import type { Fault } from './fault.ts';
import type { SceneIndex } from './ids.ts';
import type { AfterImages, Project } from './project.ts';
import type { Kind } from './scene.ts';
import type { Pace, UsualMs } from './work-time.ts';

/** What a batch is asked for, of the whole film or of some scenes. */
export type BatchOrder = { readonly scenes?: readonly SceneIndex[] } & (
  | {
      readonly type: 'all';
      readonly kind: Kind;
      /** Whether scenes that have one get another take beside it; else only what is missing. */
      readonly again?: boolean;
    }
  | { readonly type: 'failed' }
);

/** Whether a batch is about a scene: what its sheet did not list is not started (L9). No list means every scene. */
export function listedIn(scenes: readonly SceneIndex[] | undefined): (index: SceneIndex) => boolean {
  const listed = scenes && new Set(scenes);
  return (index) => listed === undefined || listed.has(index);
}

/** Whether a batch of videos makes missing images alone, so that the user sees them before what costs more is made. */
export function waitsAfterImages({ afterImages, videoFrom }: Project, { price }: Capabilities): boolean {
  return afterImages === 'wait' && videoFrom === 'picture' && price.unit !== 'none';
}

/** A task that a batch would make; `fault` says why it cannot run, null where it can. */
export interface BatchItem {
  readonly index: SceneIndex;
  readonly kind: Kind;
  /** Seconds that its clip is to have; null for an image. */
  readonly lengthS: number | null;
  readonly fault: Fault | null;
  /** Whether it asks for what was paid already: it is neither pressed nor paid again (L8). */
  readonly isPaid: boolean;
  /** Whether its scene has a take of the kind picked, beside which this one is made. */
  readonly isAgain: boolean;
  /** Who makes it and with what: what its scene has of its own, else what the film has. */
  readonly provider: ProviderName;
  readonly chosen: Chosen;
  /** Whether that is its scene's own. */
  readonly isOwn: boolean;
  /** The newest price seen for one of its outputs; null where none was. */
  readonly price: number | null;
}

/** The newest price that was seen for one output of a kind with a model. */
export interface SeenPrice {
  readonly kind: Kind;
  /** Null where it was left to the service. */
  readonly model: string | null;
  readonly price: number;
}

/** A provider that makes some of a batch. */
export interface BatchMaker {
  readonly provider: ProviderName;
  readonly needsPress: boolean;
  /** How long its orders of each kind have taken in this film, and how many it makes at one time. */
  readonly usual: UsualMs;
  readonly pace: Pace;
}

/** What is known before a batch that costs is started (L9). */
export interface Batch {
  readonly items: readonly BatchItem[];
  /** What the account had left when it was last told; null where it was not. */
  readonly left: number | null;
  /** What makes the film, and so all scenes that have nothing of their own. */
  readonly provider: ProviderName;
  readonly chosen: { readonly image: Chosen; readonly video: Chosen };
  /** What outputs of that provider were seen to cost, with the chosen model and with others. */
  readonly seenPrices: readonly SeenPrice[];
  /** Every provider that makes one of the items. */
  readonly makers: readonly BatchMaker[];
  /** What is done once missing images are there; null where none are missing, or there is nothing to wait for. */
  readonly afterImages: AfterImages | null;
}
