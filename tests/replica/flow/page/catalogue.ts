import { MODEL_FAMILIES, type ModelFamily } from '../prices.ts';
import type { Switches } from '../switches.ts';
import type { Settings } from './settings.ts';

/** What the page offers for a family of video models; null lengths where the page draws no row of them. */
interface Limits {
  readonly lengths: readonly number[] | null;
  readonly resolutions: readonly Settings['resolution'][] | null;
  /** Ingredients that one prompt takes. */
  readonly images: number;
}

const IMAGE_LIMITS: Limits = { lengths: null, resolutions: null, images: 10 };

/** Source: the composer as read on 2026-10-01. */
const LIMITS: Readonly<Record<string, Limits>> = {
  abra: { lengths: [4, 6, 8, 10], resolutions: ['360p', '720p'], images: 7 },
  veo_3_1_lite: { lengths: null, resolutions: null, images: 3 },
  veo_3_1_fast: { lengths: null, resolutions: null, images: 3 },
  veo_3_1_quality: { lengths: null, resolutions: null, images: 0 },
};

const LITE_ON_ULTRA: readonly number[] = [4, 6, 8];

/** The limits of a family; Veo Lite has other lengths than 8 s on Ultra alone. */
export function limitsOf(family: string, switches: Switches): Limits {
  const limits = LIMITS[family] ?? IMAGE_LIMITS;
  if (switches.durationRowAbsent) return { ...limits, lengths: null };
  if (family === 'veo_3_1_lite' && switches.tier === 'ultra') return { ...limits, lengths: LITE_ON_ULTRA };
  return limits;
}

/** The families that the menu offers now, under the names it gives them now. */
export function offered(kind: 'image' | 'video', switches: Switches): readonly ModelFamily[] {
  return MODEL_FAMILIES.filter(
    (one) => one.kind === kind && !switches.missingModels.includes(one.family),
  ).map((one) => ({ ...one, name: switches.renamedModels[one.family] ?? one.name }));
}

/** The family in use: the one chosen, or the first one where that is no longer offered. */
export function familyInUse(settings: Settings, switches: Switches): ModelFamily | null {
  const families = offered(settings.mode, switches);
  const chosen = settings.mode === 'image' ? settings.imageModel : settings.videoModel;
  return families.find(({ family }) => family === chosen) ?? families[0] ?? null;
}

/** Seconds of the next clip: Veo and pages without the row make their own length. */
export function secondsInUse(settings: Settings, switches: Switches): number {
  const family = familyInUse(settings, switches)?.family ?? '';
  const lengths = limitsOf(family, switches).lengths;
  if (lengths === null) return 8;
  return lengths.includes(settings.seconds) ? settings.seconds : (lengths[0] ?? 8);
}
