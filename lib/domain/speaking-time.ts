/**
 * Syllables that a calm voice-over speaks in a second. Vietnamese and English are read aloud at 5 to 6; a voice-over
 * takes about a quarter more time.
 * Source: Coupé et al., Science Advances 5 (2019), https://doi.org/10.1126/sciadv.aaw2594
 */
const SYLLABLES_PER_SECOND = 4.2;
/** Rest at the end of a sentence, in seconds. */
const PAUSE_S = 0.35;

/** About how many seconds it takes to say a text aloud; 0 for an empty one. */
export function speakingTimeS(text: string): number {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const pauses = text.match(/[.!?…]+(?=\s+\S)/gu)?.length ?? 0;
  return syllables / SYLLABLES_PER_SECOND + pauses * PAUSE_S;
}

/** Groups of vowels; a silent e at the end counts for nothing, a number is said digit by digit. */
function syllablesOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^\d+$/.test(plain)) return plain.length;
  const groups = plain.replace(/(?<=[^aeiouy]{1,3})e$/u, '').match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups);
}

/** How much longer than its scene a voice-over may seem before it is told of: the time is a guess. */
const SLACK = 1.15;

/** Tells whether a voice-over seems too long for its scene. */
export function isTooLong(voiceOver: string, lengthS: number): boolean {
  return speakingTimeS(voiceOver) > lengthS * SLACK;
}
