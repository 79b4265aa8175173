import type { Mint, ShellProps } from '../contract.ts';
import type { Switches } from '../switches.ts';
import type { PromptPart } from './orders.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import type { Wire } from './wire.ts';
import type { Say } from './words.ts';

/** A picture of the project that can go along with a prompt. */
export interface Picture {
  readonly mediaId: string;
  readonly workflowId: string;
  readonly title: string;
  readonly thumb: string | null;
  readonly width: number;
  readonly height: number;
}

/** A picture attached to the prompt, from the moment it was given. */
export interface Chip {
  readonly key: string;
  readonly title: string;
  readonly state: 'pending' | 'ready' | 'refused';
  readonly picture: Picture | null;
  /** Why the model does not take it; shown on its hover card. */
  readonly refusal: string | null;
}

export interface Tile {
  /** Of this document alone: a tile is drawn before it has any id of the service. */
  readonly key: string;
  readonly kind: 'image' | 'video' | 'upload';
  readonly state: 'queued' | 'pending' | 'done' | 'failed';
  readonly mediaId: string | null;
  readonly workflowId: string | null;
  readonly title: string;
  readonly prompt: string;
  readonly thumb: string | null;
  readonly failure: string | null;
  readonly modelKey: string;
  readonly createdAt: number;
  readonly width: number;
  readonly height: number;
}

export interface PageState {
  readonly projectId: string;
  readonly projectTitle: string;
  /** Null until the service said it. */
  readonly credits: number | null;
  readonly settings: Settings;
  readonly parts: readonly PromptPart[];
  /** The prompt came to be; the arrow learns of it a moment later. */
  readonly isReady: boolean;
  readonly chips: readonly Chip[];
  readonly frames: readonly [start: Chip | null, end: Chip | null];
  readonly tiles: readonly Tile[];
  readonly isAgent: boolean;
  readonly view: 'grid' | 'batch';
  readonly clearOnSubmit: Switches['clearOnSubmit'];
  readonly width: number;
}

/** All that a part of the page works with. */
export interface Page {
  readonly props: ShellProps;
  readonly switches: Switches;
  readonly say: Say;
  readonly wire: Wire;
  readonly mint: Mint;
  readonly store: Store<PageState>;
  /** Goes to an address of the page without a new document. */
  readonly go: (path: string) => void;
  /** Ends when another page is shown in this document. */
  readonly signal: AbortSignal;
}

/** The words of a prompt, as the page knows them: white space is one space. */
export function promptText(parts: readonly PromptPart[]): string {
  return parts
    .map((part) => (part.type === 'text' ? part.text : `@${part.title}`))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

export function isMobile({ width }: PageState, { narrowLayout }: Switches): boolean {
  return narrowLayout || width < 1000;
}
