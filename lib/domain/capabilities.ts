import type { Kind } from './scene.ts';
import type { Aspect, VideoFrom } from './project.ts';

/** A service that makes media. */
export type ProviderName = 'animatic' | 'flow' | 'gemini' | 'comfyui';

/** All providers, as stored rows and messages may name them. */
export const PROVIDER_NAMES: readonly ProviderName[] = ['animatic', 'flow', 'gemini', 'comfyui'];

/** What a price is counted in; `none` costs nothing. */
export type CostUnit = 'credits' | 'USD' | 'none';

/** A price per output. */
export interface Price {
  readonly unit: CostUnit;
  readonly amount: number;
}

/** What a provider can do; a choice outside it is refused with what there is (L19). */
export interface Capabilities {
  readonly kinds: readonly Kind[];
  readonly aspects: readonly Aspect[];
  /** Ways to make a video. */
  readonly videoFrom: readonly VideoFrom[];
  /** Seconds. */
  readonly lengthS: { readonly least: number; readonly most: number };
  /** Whether the scene's and project's pictures are used. */
  readonly references: boolean;
  /** Orders that may be at work at one time. */
  readonly mostAtOnce: number;
  /** Whether an order carries our attempt id, so that a look-up can say "not there" for sure (L6). */
  readonly acceptsOurId: boolean;
  readonly canCancel: boolean;
  readonly price: Price;
}

/** What the built-in provider can do: everything but voices, for nothing. */
export const ANIMATIC_CAPABILITIES: Capabilities = {
  kinds: ['image', 'video'],
  aspects: ['16:9', '9:16', '1:1', '4:5'],
  videoFrom: ['picture', 'text'],
  lengthS: { least: 1, most: 60 },
  references: true,
  mostAtOnce: 2,
  acceptsOurId: true,
  canCancel: true,
  price: { unit: 'none', amount: 0 },
};
