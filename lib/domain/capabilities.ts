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

/** Which videos can end with a picture that the user gives. */
export interface EndFrames {
  /** Models that are known to take none; of others the service has the last word. */
  readonly notBy: readonly string[];
  /** Seconds that such a video has at most. */
  readonly mostS: number;
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
  /** What a video needs to end with a given picture, beside one to begin with; null where none can. */
  readonly endFrame: EndFrames | null;
  /** Orders that may be at work at one time. */
  readonly mostAtOnce: number;
  /** Least time between two orders, in ms; 0 where the service takes them as they come. */
  readonly paceMs: number;
  /** Whether an order carries our attempt id, so that a look-up can say "not there" for sure (L6). */
  readonly acceptsOurId: boolean;
  readonly canCancel: boolean;
  /** Whether the user presses Start for each order, so that only one is made ready at a time (L17). */
  readonly needsPress: boolean;
  /** Kinds that cost nothing now, whatever they are made with; the page's price has the last word. */
  readonly freeKinds: readonly Kind[];
  /** Takes that one order makes at most. */
  readonly mostOutputs: number;
  /** Models as they were last seen to be called, the page has the last word; none where there is nothing to choose. */
  readonly models: { readonly image: readonly string[]; readonly video: readonly string[] };
  /** Lengths of a clip that are offered to be chosen for a whole film, in seconds. */
  readonly clipLengths: readonly number[];
  /** Characters of a prompt that are taken at most, white space counted once; null where there is no such limit. */
  readonly promptLimit: number | null;
  readonly price: Price;
}

/** What the built-in provider can do: everything but voices, for nothing. */
export const ANIMATIC_CAPABILITIES: Capabilities = {
  kinds: ['image', 'video'],
  aspects: ['16:9', '9:16', '1:1', '4:5'],
  videoFrom: ['picture', 'text'],
  lengthS: { least: 1, most: 60 },
  references: true,
  endFrame: { notBy: [], mostS: 60 },
  mostAtOnce: 2,
  paceMs: 0,
  acceptsOurId: true,
  canCancel: true,
  needsPress: false,
  freeKinds: ['image', 'video'],
  mostOutputs: 1,
  models: { image: [], video: [] },
  clipLengths: [],
  promptLimit: null,
  price: { unit: 'none', amount: 0 },
};

/**
 * What Flow makes with the user's press: its videos have two shapes, its images three that a film can have. How long a
 * clip may be the page says itself. Source: the choices on Flow's own page, Sept–Nov 2026.
 */
export const FLOW_CAPABILITIES: Capabilities = {
  kinds: ['image', 'video'],
  aspects: ['16:9', '9:16'],
  videoFrom: ['picture', 'text'],
  lengthS: { least: 3, most: 15 },
  references: true,
  // No key of Veo Quality with two frames was ever seen. Source: requests of the page, Sept–Nov 2026.
  endFrame: { notBy: ['Veo 3.1 - Quality'], mostS: 10 },
  // One stands ready, and up to three are at work: more was seen to be refused.
  mostAtOnce: 4,
  paceMs: 3_000,
  acceptsOurId: false,
  canCancel: false,
  needsPress: true,
  // Source: prices on the page, Sept–Nov 2026; each image model has a quota for the day instead.
  freeKinds: ['image'],
  mostOutputs: 4,
  models: {
    image: ['Nano Banana 2.1', 'Nano Banana Pro', 'Nano Banana 2 Lite', 'Nano Banana 2'],
    video: ['Omni 1.1 Flash', 'Omni 1.2 Flash', 'Veo 3.1 - Lite', 'Veo 3.1 - Fast', 'Veo 3.1 - Quality'],
  },
  clipLengths: [4, 6, 8, 10],
  // Longer ones were refused with words of unusual activity. Source: one session, Sept 2026.
  promptLimit: 2_450,
  price: { unit: 'credits', amount: 0 },
};

/** What a provider can do; null where this build does not have it. */
export function capabilitiesOf(provider: ProviderName): Capabilities | null {
  switch (provider) {
    case 'animatic':
      return ANIMATIC_CAPABILITIES;
    case 'flow':
      return FLOW_CAPABILITIES;
    case 'gemini':
    case 'comfyui':
      return null;
  }
}

/** Whether what a provider makes costs anything. */
export function isPriced({ provider }: { readonly provider: ProviderName }): boolean {
  const has = capabilitiesOf(provider);
  return has !== null && has.price.unit !== 'none';
}
