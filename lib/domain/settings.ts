import type { Preset } from './preset.ts';

/** A language of the panel. */
export type Language = 'en' | 'vi';

/** Both languages. */
export const LANGUAGES: readonly Language[] = ['en', 'vi'];

/** More were seen to be refused. */
export const MOST_PENDING = 4;

/** What holds for all projects; one row. */
export interface Settings {
  /** Null until the user chooses: then the browser's language counts. */
  readonly language: Language | null;
  /** Whether the whole queue waits. */
  readonly paused: boolean;
  /** Whether each take is saved to the downloads folder as it is made. */
  readonly saveTakes: boolean;
  /** Whether a sound is played when an order has waited long for the user's press. */
  readonly sound: boolean;
  /** Whether the system shows a notification then; asks for a permission of its own. */
  readonly notification: boolean;
  /** Orders that may be out at one time where the user presses Start for each, the one that stands ready among them. */
  readonly mostPending: number;
  /** What new projects can begin with, by name. */
  readonly presets: readonly Preset[];
}

/** Settings of a fresh profile. */
export const DEFAULT_SETTINGS: Settings = {
  language: null,
  paused: false,
  saveTakes: true,
  sound: false,
  notification: false,
  mostPending: MOST_PENDING,
  presets: [],
};
