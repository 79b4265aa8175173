import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { AssetId } from '../../lib/domain/ids.ts';
import { useAssetUrl } from '../asset-url.tsx';
import type { Clip, SlotRole } from './clip-slots.ts';

/** One of the two players: it loads its clip, stands ready at its beginning, plays when its turn comes. */
export function ClipPlayer({
  element,
  clip,
  role,
  isFront,
  isPlaying,
  isMuted,
  startS,
  jumps,
  onReady,
  onBroken,
  onRefused,
  onEnded,
}: {
  readonly element: RefObject<HTMLVideoElement | null>;
  readonly clip: Clip | null;
  readonly role: SlotRole;
  readonly isFront: boolean;
  readonly isPlaying: boolean;
  readonly isMuted: boolean;
  /** Where the present clip begins, in seconds; read at each jump. */
  readonly startS: number;
  readonly jumps: number;
  /** It has a picture to show. */
  readonly onReady: (clip: Clip) => void;
  /** Its bytes cannot be played. */
  readonly onBroken: (clip: Clip) => void;
  /** The browser lets nothing play before the user has pressed something. */
  readonly onRefused: () => void;
  readonly onEnded: () => void;
}) {
  const url = useUrlOf(clip?.assetId ?? null);
  const beginS = role === 'present' ? startS : 0;
  const key = clip?.key;
  const was = useRef({ role, jumps, key });
  useLayoutEffect(() => {
    const { current: before } = was;
    was.current = { role, jumps, key };
    // Another clip is put to its beginning once it is there.
    if (before.key !== key) return;
    // A turn that comes by itself is no jump: the clip stands at its beginning already.
    const isMoved = role === 'next' ? before.role !== 'next' : role === 'present' && before.jumps !== jumps;
    if (isMoved) putTo(element.current, beginS);
  }, [element, role, jumps, key, beginS]);
  const plays = isPlaying && isFront && role === 'present';
  useLayoutEffect(() => {
    const video = element.current;
    if (video === null) return;
    if (plays) video.play().catch((error: unknown) => void (isRefusal(error) && onRefused()));
    else video.pause();
  }, [element, plays, onRefused]);
  const look = (): void => {
    const video = element.current;
    if (clip !== null && url !== null && video !== null && hasPicture(video)) onReady(clip);
  };
  return (
    <video
      ref={element}
      {...(url !== null && { src: url })}
      className={isFront ? 'front' : ''}
      preload="auto"
      playsInline
      disablePictureInPicture
      muted={isMuted}
      tabIndex={-1}
      aria-hidden="true"
      onLoadedMetadata={() => putTo(element.current, beginS)}
      onLoadedData={look}
      onCanPlay={look}
      onSeeked={look}
      onEnded={() => role === 'present' && onEnded()}
      onError={() => clip !== null && url !== null && onBroken(clip)}
    />
  );
}

/** The URL of stored bytes; null until it is of these bytes, since a URL stays for a moment after its bytes. */
function useUrlOf(id: AssetId | null): string | null {
  const url = useAssetUrl(id);
  const was = useRef({ id, url });
  if (was.current.id !== id && was.current.url === url) return null;
  was.current = { id, url };
  return url;
}

function putTo(video: HTMLVideoElement | null, atS: number): void {
  if (video === null || video.readyState === HTMLMediaElement.HAVE_NOTHING) return;
  if (Math.abs(video.currentTime - atS) > 0.001) video.currentTime = atS;
}

function hasPicture(video: HTMLVideoElement): boolean {
  return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking;
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
