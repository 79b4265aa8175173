import type { Switches } from './switches.ts';

/** A line of the model menu. Keys of submits begin with one of `keys`; `abra_i2v_8s` is of the family `abra`. */
export interface ModelFamily {
  readonly family: string;
  readonly name: string;
  readonly kind: 'image' | 'video';
  readonly keys: readonly string[];
}

/** Longest keys first where one begins with another. Source: captures of the page, Sept–Oct 2026. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  { family: 'BELUGA', name: 'Nano Banana 2.1', kind: 'image', keys: ['BELUGA'] },
  { family: 'GEM_PIX_2', name: 'Nano Banana Pro', kind: 'image', keys: ['GEM_PIX_2'] },
  { family: 'HARBOR_SEAL', name: 'Nano Banana 2 Lite', kind: 'image', keys: ['HARBOR_SEAL'] },
  { family: 'NARWHAL', name: 'Nano Banana 2', kind: 'image', keys: ['NARWHAL'] },
  { family: 'abra', name: 'Omni 1.1 Flash', kind: 'video', keys: ['abra_', 'omni_flash_'] },
  {
    family: 'veo_3_1_lite',
    name: 'Veo 3.1 - Lite',
    kind: 'video',
    keys: ['veo_3_1_t2v_lite', 'veo_3_1_i2v_lite', 'veo_3_1_r2v_lite', 'veo_3_1_interpolation_lite'],
  },
  {
    family: 'veo_3_1_fast',
    name: 'Veo 3.1 - Fast',
    kind: 'video',
    keys: ['veo_3_1_t2v_fast', 'veo_3_1_i2v_s_fast', 'veo_3_1_r2v_fast'],
  },
  {
    family: 'veo_3_1_quality',
    name: 'Veo 3.1 - Quality',
    kind: 'video',
    keys: ['veo_3_1_t2v', 'veo_3_1_i2v_s'],
  },
];

const OMNI_720P = new Map([
  [4, 7],
  [6, 10],
  [8, 12],
  [10, 15],
]);

/** Seconds of a model key; Veo says its 8 s nowhere. */
export function secondsOf(modelKey: string): number {
  return Number(/_(\d+)s(?:_|$)/.exec(modelKey)?.[1] ?? 8);
}

export function familyOf(modelKey: string): ModelFamily | null {
  return MODEL_FAMILIES.find(({ keys }) => keys.some((key) => modelKey.startsWith(key))) ?? null;
}

/** Credits for one output; null for a model that nobody knows. Source: prices seen 2026-10 and 2026-11. */
export function priceOf(modelKey: string, tier: Switches['tier']): number | null {
  const family = familyOf(modelKey);
  if (modelKey === 'veo_3_1_upsampler_1080p') return 0;
  if (modelKey === 'veo_3_1_upsampler_4k') return 50;
  if (family === null) return null;
  if (family.kind === 'image') return 0;
  if (family.family === 'veo_3_1_quality') return 100;
  if (family.family === 'veo_3_1_fast') return tier === 'ultra' ? 10 : 20;
  if (family.family === 'veo_3_1_lite') {
    if (tier !== 'ultra') return 10;
    return modelKey.includes('_low_priority') ? 0 : 5;
  }
  return modelKey.endsWith('_360p') ? 4 : (OMNI_720P.get(secondsOf(modelKey)) ?? 12);
}
