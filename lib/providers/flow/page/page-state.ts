import type { AnchorName } from './anchors.ts';

/** Where on Flow the tab is. */
export type Place =
  | { readonly type: 'project'; readonly projectId: string }
  /** One tile is open, the scene builder, or another page of a project: it has no composer, or not ours. */
  | { readonly type: 'insideProject'; readonly projectId: string }
  | { readonly type: 'gallery' }
  /** Signed out, or an account that Flow does not let in. */
  | { readonly type: 'about' }
  | { readonly type: 'unavailable' }
  | { readonly type: 'unsupportedCountry' }
  | { readonly type: 'elsewhere' };

/** `only`: an account whose page has no switch for it. `unknown`: the page shows neither composer. */
export type AgentState = 'off' | 'on' | 'only' | 'unknown';

/** Something that covers the page. */
export type Cover = 'consent' | 'cookieBar' | 'agentPermission' | 'dialog' | 'backdrop';

/** A picture that stands in the composer. */
export interface Chip {
  /** Media or workflow id, from where its picture is; null while the page does not show it. */
  readonly id: string | null;
  readonly state: 'ready' | 'pending' | 'refused';
}

/** What the button beside the composer says without being opened; a field is null where it is not told. */
export interface Summary {
  readonly text: string;
  readonly aspect: string | null;
  readonly lengthS: number | null;
  readonly resolution: string | null;
  readonly count: number | null;
}

/** What the composer holds now. */
export interface Composer {
  /** As it is read from the editor; the editor merges white space. */
  readonly prompt: string;
  /** Something in the prompt stands for a picture or a character. */
  readonly hasMention: boolean;
  readonly summary: Summary;
  /** Start and end frame, null where one is empty; no entries where the composer takes no frames. */
  readonly frames: readonly (Chip | null)[];
  readonly ingredients: readonly Chip[];
  /** Credits that the next order takes, as the page says; null where it does not. The balance is only on the wire. */
  readonly price: number | null;
  /** Flow's own Start. */
  readonly start: 'ready' | 'disabled' | 'noCredits' | 'absent';
}

/** What can be seen of the Flow page without touching it. */
export interface PageState {
  readonly place: Place;
  readonly isSignedIn: boolean | 'unknown';
  readonly agent: AgentState;
  /** By structure: the ingredient bar is there and no mobile overlay. */
  readonly layout: 'wide' | 'narrow' | 'unknown';
  /** CSS px. */
  readonly innerWidth: number;
  readonly isVisible: boolean;
  readonly covers: readonly Cover[];
  readonly composer: Composer | null;
  /** Anchors that a composer needs and the page lacks. */
  readonly missing: readonly AnchorName[];
}
