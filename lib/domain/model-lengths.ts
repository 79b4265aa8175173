/**
 * Seconds of the clips that a model was last seen to make; null of one of which nothing is known. The page has the last
 * word: Veo 3.1 - Lite makes 4 and 6 s for some accounts alone.
 * Source: the settings and model keys of Flow's page, Oct–Nov 2026.
 */
export function lengthsOf(model: string | null): readonly number[] | null {
  return model === null ? null : (LENGTHS.get(model) ?? null);
}

const LENGTHS: ReadonlyMap<string, readonly number[]> = new Map([
  ['Omni 1.1 Flash', [4, 6, 8, 10]],
  ['Omni 1.2 Flash', [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
  ['Veo 3.1 - Lite', [4, 6, 8]],
  ['Veo 3.1 - Fast', [8]],
  ['Veo 3.1 - Quality', [8]],
]);
