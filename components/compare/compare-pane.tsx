import type { ReactNode } from 'react';
import type { CardTake } from '../../lib/domain/card.ts';
import { useAssetUrl } from '../asset-url.tsx';
import type { Zoom } from './zoom.ts';

/** One of two takes: its picture, as much of it as the zoom shows, and what stands below. */
export function ComparePane({
  side,
  take,
  name,
  zoom,
  onPlayer,
  children,
}: {
  readonly side: 'left' | 'right';
  readonly take: CardTake;
  readonly name: string;
  readonly zoom: Zoom;
  /** Told of the video once it is there, and null when it goes. */
  readonly onPlayer: (player: HTMLVideoElement | null) => void;
  readonly children: ReactNode;
}) {
  const url = useAssetUrl(take.take.assetId);
  const transform = `translate(${zoom.x * 100}%, ${zoom.y * 100}%) scale(${zoom.scale})`;
  return (
    <figure className={side} aria-label={name}>
      <div className="pane">
        {take.take.kind === 'image'
          ? url !== null && <img src={url} alt={name} style={{ transform }} draggable={false} />
          : url !== null && (
              <video
                ref={onPlayer}
                src={url}
                muted
                playsInline
                preload="auto"
                aria-label={name}
                style={{ transform }}
              />
            )}
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
