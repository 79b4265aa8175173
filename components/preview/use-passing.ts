import { useEffect, useRef, type RefObject } from 'react';
import type { Playhead } from '../../lib/domain/playhead.ts';
import type { PreviewPart } from '../../lib/domain/preview.ts';
import type { Player } from './use-player.ts';

/** This near to its end a clip has shown its last frame: the next one begins. */
const LEAD_S = 0.02;
/** What is shown of the time is told this often; seams are looked for at each frame. */
const TOLD_MS = 100;

/** A clip's own time, or what passes on the wall where there is no clip. */
export type Clock =
  | { readonly type: 'clip'; readonly element: RefObject<HTMLVideoElement | null> }
  | { readonly type: 'wall' }
  | { readonly type: 'stands' };

/** Lets the time pass while a preview plays, and tells when a part is over. */
export function usePassing({ head, part, move }: Player, clock: Clock): void {
  const now = useRef({ part, head, clock });
  now.current = { part, head, clock };
  useEffect(() => {
    if (!head.isPlaying) return undefined;
    const wall = wallClock();
    let frame = 0;
    let toldMs = 0;
    const tick = (atMs: DOMHighResTimeStamp): void => {
      frame = requestAnimationFrame(tick);
      const { part: present, head: at, clock: by } = now.current;
      const wallS = wall.read(atMs, at, by.type === 'stands');
      if (present === undefined || by.type === 'stands') return;
      const clip = by.type === 'clip' ? by.element.current : null;
      const offsetS = clip?.currentTime ?? wallS;
      if (offsetS >= endS(present, clip)) return move({ type: 'ended', at: at.at });
      if (atMs - toldMs < TOLD_MS) return;
      toldMs = atMs;
      move({ type: 'passed', at: at.at, offsetS });
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [head.isPlaying, move]);
}

/** When a part is over, in seconds from its beginning: a clip knows better than its row how long it is. */
function endS({ from, to }: PreviewPart, clip: HTMLVideoElement | null): number {
  if (clip === null) return to - from;
  return (Number.isFinite(clip.duration) ? clip.duration : to - from) - LEAD_S;
}

interface WallClock {
  /** Seconds since the beginning of the part that is seen. */
  read(atMs: number, head: Playhead, isStanding: boolean): number;
}

/** Counts what passes on the wall, anew at each part and each jump. */
function wallClock(): WallClock {
  let since: Playhead | null = null;
  let lastMs = 0;
  let passedS = 0;
  return {
    read: (atMs, head, isStanding) => {
      const isNew = since?.at !== head.at || since.jumps !== head.jumps;
      passedS = isNew ? head.offsetS : passedS + (isStanding ? 0 : (atMs - lastMs) / 1000);
      since = head;
      lastMs = atMs;
      return passedS;
    },
  };
}
