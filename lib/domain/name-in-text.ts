import { findIn } from './find-text.ts';

/**
 * Whether a text names one of some names, which stand with commas between them: whole words, whatever their case.
 * Accents count, since `Lan` and `Lân` are two people; how they are encoded does not.
 */
export function namesOneOf(text: string, names: string): boolean {
  return names.split(',').some((name) => {
    const find = name.trim();
    return find !== '' && findIn(text, { find, matchCase: false, wholeWord: true }).length > 0;
  });
}
