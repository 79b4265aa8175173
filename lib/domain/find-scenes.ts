import type { ScenePlace } from './card.ts';
import { fold } from './fold.ts';

const folded = new WeakMap<ScenePlace, string>();

/**
 * Finds scenes by number or by words, at most `most`. A number finds the scene of that index first, then those whose
 * index begins with it; words must all occur, in any case and with or without accents, as people type in a hurry.
 */
export function findScenes(
  places: readonly ScenePlace[],
  query: string,
  most: number,
): readonly ScenePlace[] {
  const asked = fold(query).trim();
  if (asked === '') return [];
  const number = /^\D*(\d+)$/.exec(asked)?.[1];
  const byNumber = number === undefined ? [] : ofNumber(places, number);
  const words = asked.split(/\s+/u);
  const byWords = places.filter((place) => words.every((word) => wordsOf(place).includes(word)));
  return [...new Set([...byNumber, ...byWords])].slice(0, most);
}

function ofNumber(places: readonly ScenePlace[], number: string): readonly ScenePlace[] {
  const begins = places.filter(({ index }) => String(index).startsWith(String(Number(number))));
  return begins.toSorted((a, b) => String(a.index).length - String(b.index).length || a.index - b.index);
}

function wordsOf(place: ScenePlace): string {
  const known = folded.get(place);
  if (known !== undefined) return known;
  const words = fold(place.words);
  folded.set(place, words);
  return words;
}
