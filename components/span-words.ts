import type { Translate } from './words.tsx';

const MINUTE_MS = 60_000;

/** A length of time as people say it beforehand: `about 4 min`. */
export function spanWords(t: Translate, ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return t('span_soon');
  if (minutes < 100) return t('span_minutes', String(minutes));
  const hours = Math.round(minutes / 30) / 2;
  return t('span_hours', String(hours));
}
