import { useEffect, useRef } from 'react';
import type { Move } from '../../lib/domain/playhead.ts';
import { previewLengthS } from '../../lib/domain/preview.ts';
import type { Player } from './use-player.ts';

/** Seconds that an arrow moves. */
const SKIP_S = 1;

/** What the keys do beside moving the time. */
export interface PreviewKeys {
  onMuted(): void;
  onFull(): void;
}

/** Hears the keys of a preview, wherever the focus is: arrows, Page Up and Down, Home, End, space, m and f. */
export function usePreviewKeys(player: Player, keys: PreviewKeys): void {
  const newest = useRef({ player, keys });
  newest.current = { player, keys };
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      // A button takes the space bar for itself.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      const { player: now, keys: others } = newest.current;
      const move = moveOf(event.key, now);
      if (move !== null) now.move(move);
      else if (event.key === 'm') others.onMuted();
      else if (event.key === 'f') others.onFull();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}

function moveOf(key: string, { preview, head }: Player): Move | null {
  switch (key) {
    case ' ':
      return { type: head.isPlaying ? 'pause' : 'play' };
    case 'ArrowLeft':
      return { type: 'skip', byS: -SKIP_S };
    case 'ArrowRight':
      return { type: 'skip', byS: SKIP_S };
    case 'PageUp':
      return { type: 'step', by: -1 };
    case 'PageDown':
      return { type: 'step', by: 1 };
    case 'Home':
      return { type: 'seek', toS: 0 };
    case 'End':
      return { type: 'seek', toS: previewLengthS(preview) };
    default:
      return null;
  }
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'range';
}
