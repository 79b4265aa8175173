/** A setting that the pane shows as a row of choices. */
export type Setting = 'mode' | 'from' | 'aspect' | 'resolution' | 'lengthS' | 'count';

/** One choice of a row: what it sets, and to what, such as `16:9`, `720p`, `6` or `frames`. */
export interface Choice {
  readonly setting: Setting;
  readonly value: string;
}

/** Source: ligatures of the settings pane, Sept–Oct 2026. */
const BY_ICON: Readonly<Record<string, Choice>> = {
  image: { setting: 'mode', value: 'image' },
  videocam: { setting: 'mode', value: 'video' },
  crop_free: { setting: 'from', value: 'frames' },
  chrome_extension: { setting: 'from', value: 'ingredients' },
  crop_16_9: { setting: 'aspect', value: '16:9' },
  crop_9_16: { setting: 'aspect', value: '9:16' },
  crop_landscape: { setting: 'aspect', value: '4:3' },
  crop_square: { setting: 'aspect', value: '1:1' },
  crop_portrait: { setting: 'aspect', value: '3:4' },
};

/** The aspect that a ligature stands for; null for any other. */
export function aspectOfIcon(icon: string): string | null {
  const choice = BY_ICON[icon];
  return choice?.setting === 'aspect' ? choice.value : null;
}

/** Reads a choice by its ligature, else by the shape of its words; null where it is none that Retake knows. */
export function parseChoice(icons: readonly string[], words: string): Choice | null {
  for (const icon of icons) {
    const choice = BY_ICON[icon];
    if (choice !== undefined) return choice;
  }
  return parseWords(words);
}

/**
 * Reads `720p`, `x2`, and a length in any language: `4s`, `4초`, `4 giây`, `8 dtk` are a number and a unit, and `360p`
 * and `4K` are none.
 */
export function parseWords(words: string): Choice | null {
  const text = words.trim();
  const resolution = /^(\d{3,4}p|\dk)$/i.exec(text)?.[1];
  if (resolution !== undefined) return { setting: 'resolution', value: resolution.toLowerCase() };
  const count = /^(?:[x×]\s*(\d)|(\d)\s*[x×])$/i.exec(text);
  if (count !== null) return { setting: 'count', value: count[1] ?? count[2] ?? '' };
  const lengthS = /^(\d{1,2})\s*\p{L}[\p{L}\p{M}.]*$/u.exec(text)?.[1];
  return lengthS === undefined ? null : { setting: 'lengthS', value: String(Number(lengthS)) };
}
