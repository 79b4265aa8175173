/** A language of the panel. */
export type Language = 'en' | 'vi';

/** Both languages. */
export const LANGUAGES: readonly Language[] = ['en', 'vi'];

/** What holds for all projects; one row. */
export interface Settings {
  /** Null until the user chooses: then the browser's language counts. */
  readonly language: Language | null;
  /** Whether the whole queue waits. */
  readonly paused: boolean;
}

/** Settings of a fresh profile. */
export const DEFAULT_SETTINGS: Settings = { language: null, paused: false };
