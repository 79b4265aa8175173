import { ImageIcon, Play } from 'lucide-react';
import { useState } from 'react';
import type { CardTake } from '../lib/domain/card.ts';
import { useAssetUrl } from './asset-url.tsx';
import { clockTime } from './scene-name.ts';
import { useT } from './words.tsx';

/** The picture of a scene, or its player where it has a video. Bytes of the video are read when it is played. */
export function CardPicture({
  take,
  name,
  onPlaying,
}: {
  readonly take: CardTake | null;
  /** The scene's name, for the accessible names. */
  readonly name: string;
  readonly onPlaying: (playing: boolean) => void;
}) {
  const t = useT();
  if (take === null) {
    return (
      <div className="picture empty">
        <ImageIcon size={20} aria-hidden="true" />
        <span>{t('noPicture')}</span>
      </div>
    );
  }
  const label = `${name}, ${t(`kind_${take.take.kind}`)}`;
  return take.take.kind === 'video' ? (
    <Player key={take.take.assetId} take={take} label={label} onPlaying={onPlaying} />
  ) : (
    <Still take={take} label={label} />
  );
}

/** A take is of its film's shape to a hundredth: that much is cut off rather than shown as two dark lines. */
function frameOf({ stale }: CardTake): string {
  return stale.includes('aspect') ? 'picture' : 'picture fills';
}

function Still({ take, label }: { readonly take: CardTake; readonly label: string }) {
  const t = useT();
  const url = useAssetUrl(take.take.posterId ?? take.take.assetId);
  return (
    <div className={frameOf(take)}>
      {url !== null && <img src={url} alt={label} />}
      <span className="corner">{t('kind_image')}</span>
    </div>
  );
}

function Player({
  take,
  label,
  onPlaying,
}: {
  readonly take: CardTake;
  readonly label: string;
  readonly onPlaying: (playing: boolean) => void;
}) {
  const t = useT();
  const [wanted, setWanted] = useState(false);
  const poster = useAssetUrl(take.take.posterId);
  const clip = useAssetUrl(wanted ? take.take.assetId : null);
  if (clip !== null) {
    return (
      <div className="picture">
        <video
          src={clip}
          controls
          autoPlay
          aria-label={label}
          onPlay={() => onPlaying(true)}
          onPause={() => onPlaying(false)}
        />
      </div>
    );
  }
  return (
    <button
      type="button"
      className={frameOf(take)}
      aria-label={`${t('play')}: ${label}`}
      onClick={() => setWanted(true)}
    >
      {poster !== null && <img src={poster} alt="" />}
      <span className="play">
        <Play size={16} aria-hidden="true" />
      </span>
      <span className="corner">{clockTime((take.take.media.lengthS ?? 0) * 1000)}</span>
    </button>
  );
}
