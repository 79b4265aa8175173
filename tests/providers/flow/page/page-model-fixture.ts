import type { FixtureClock } from './clock-fixture.ts';
import type { Uploaded } from '../../../../lib/providers/flow/page/upload-picture.ts';

export const PROJECT = '11111111-1111-4111-8111-111111111111';

/** An id as Flow's are. */
export function mediaId(at: number): string {
  return `77777777-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

export interface PageOptions {
  readonly mode: 'image' | 'video';
  readonly from: 'frames' | 'ingredients';
  readonly model: string;
  readonly models: readonly string[];
  readonly aspect: string;
  readonly lengthS: string;
  /** Lengths with a unit in the page's language; none where the model has no such row. */
  readonly lengths: readonly string[];
  readonly prompt: string;
  readonly agent: 'off' | 'on' | 'only';
  readonly isNarrow: boolean;
  /** A closed pane leaves a backdrop that swallows the next press. */
  readonly leavesBackdrop: boolean;
  /** So many ms after a switch of the model ratio and length are set back; null where they stay. */
  readonly resetsAfterMs: number | null;
  /** A layer that nobody sees swallows the first press, as after Escape. */
  readonly eatsFirstPress: boolean;
  /** The first press on a choice is lost. */
  readonly losesPress: boolean;
  readonly price: string | null;
  readonly hasCredits: boolean;
  readonly chips: readonly string[];
  /** What stands in each frame; a model may have the first one alone. */
  readonly frames: readonly (string | null)[];
  /** Routes by which this build takes a picture. */
  readonly routes: readonly ('input' | 'drop' | 'paste')[];
  /** A paste goes into the first empty frame where the composer takes frames. */
  readonly pastesIntoFrames: boolean;
  readonly asksConsent: boolean;
  readonly library: readonly { readonly title: string; readonly mediaId: string }[];
  /** Openings of the picker in which a fresh upload is missing. */
  readonly hidesUploads: number;
  readonly mostChips: number;
  /** Custom elements have open shadow roots. */
  readonly hasShadow: boolean;
  /** Another build: the second ways of the registry. */
  readonly isVariant: boolean;
}

/** What the page is set to, and what was done to it. */
export interface PageModel {
  mode: 'image' | 'video';
  from: 'frames' | 'ingredients';
  model: string;
  aspect: string;
  resolution: string;
  lengthS: string;
  count: string;
  prompt: string;
  chips: string[];
  frames: (string | null)[];
  /** Presses of Start, or a line break that sends: must stay 0. */
  sent: number;
  /** Presses that changed a setting or a chip, by name. */
  readonly writes: string[];
  /** Clips whose address the page asked for. */
  readonly asked: string[];
}

/** Parts of the page that several behaviours share. */
export interface Parts {
  readonly options: PageOptions;
  readonly clock: FixtureClock;
  readonly model: PageModel;
  readonly overlay: HTMLElement;
  readonly library: Library;
  /** Draws summary, chips and Start anew. */
  redraw(): void;
}

/** The project's pictures, the picker that offers them, and the ways to bring one in. */
export interface Library {
  /** Opens the picker of a slot, or closes it. */
  toggle(slot: 'start' | 'end' | 'ingredient'): void;
  /** Takes files that are dropped and pasted. */
  listen(editor: HTMLElement): void;
  /** Answers when the page's upload of this name was answered, as the observer would. */
  uploaded(name: string): Promise<Uploaded>;
  /** Names of the files that the page took, in order. */
  readonly uploads: readonly string[];
}
