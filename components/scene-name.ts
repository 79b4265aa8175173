import type { Translate } from './words.tsx';

/** A scene's name for people, with its place where the two differ: `Cảnh 7 · thứ 3`. */
export function sceneName(t: Translate, index: number, ordinal: number): string {
  const name = t('scene', index.toString());
  return index === ordinal ? name : `${name} · ${t('place', ordinal.toString())}`;
}

/** Minutes and seconds: `0:08`. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
