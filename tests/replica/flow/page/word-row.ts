import type { Locale } from '../switches.ts';

/** One word in the five languages of the copy. */
export type WordRow = readonly [en: string, vi: string, ko: string, es: string, pt: string];

const LOCALES: readonly Locale[] = ['en', 'vi', 'ko', 'es', 'pt'];

/** A row in one language. */
export function inLocale(row: WordRow, locale: Locale): string {
  return row[LOCALES.indexOf(locale)] ?? row[0];
}
