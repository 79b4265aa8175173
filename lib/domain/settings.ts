import type { Preset } from './preset.ts';

/** A language of the panel. */
export type Language = 'en' | 'vi';

/** Both languages. */
export const LANGUAGES: readonly Language[] = ['en', 'vi'];

/** More were seen to be refused. */
export const MOST_PENDING = 4;

/** How Retake works beside a service where the user presses Start for each order. */
export type FlowSettings = Pick<Settings, 'mostPending' | 'mayUpload'>;

/** What the user sets and nothing else hangs on. */
export type SettingsChange = Partial<
  { readonly language: Language } & Pick<Settings, 'sound' | 'notification'> & FlowSettings
>;

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
  /** Whether Retake gives a service's page the pictures of an order; else the user does: an upload may bear a captcha (L17). */
  readonly mayUpload: boolean;
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
  mayUpload: true,
  presets: [],
};
