import type { Translate } from './words.tsx';

const KB = 1_000;

/** A size in words: kilobytes below one megabyte, gigabytes from one thousand; one decimal below ten. */
export function sizeWords(t: Translate, bytes: number): string {
  if (bytes < KB ** 2) return t('kilobytes', Math.ceil(bytes / KB));
  return bytes < KB ** 3
    ? t('megabytes', rounded(bytes / KB ** 2))
    : t('gigabytes', rounded(bytes / KB ** 3));
}

function rounded(size: number): number {
  return size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
}
