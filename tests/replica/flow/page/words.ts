import type { Locale } from '../switches.ts';
import { COMPOSER_WORDS } from './composer-words.ts';
import { LIBRARY_WORDS } from './library-words.ts';
import { PAGE_WORDS } from './page-words.ts';
import { inLocale } from './word-row.ts';

/**
 * Words and accessible names follow the account's language; tags, classes and ligatures do not.
 * Source: captures of the page, Sept–Oct 2026; what was not captured is translated in the same manner.
 */
const WORDS = { ...COMPOSER_WORDS, ...LIBRARY_WORDS, ...PAGE_WORDS };

export type Word = keyof typeof WORDS;

/** Says a word in the account's language, with a number in its place. */
export type Say = (word: Word, n?: number) => string;

/** The words of one language. */
export function wordsOf(locale: Locale): Say {
  return (word, n = 0) => inLocale(WORDS[word], locale).replace('{n}', String(n));
}
