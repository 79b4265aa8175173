import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Card } from '../lib/domain/card.ts';
import type { Picture } from '../lib/domain/picture.ts';
import { useAssetUrl } from './asset-url.tsx';
import { faultWords } from './fault-words.ts';
import { Menu } from './menu.tsx';
import type { PanelActions } from './panel-props.ts';
import { PictureDetails, pictureName } from './picture-details.tsx';
import { useT } from './words.tsx';

type ChipActions = Pick<PanelActions, 'usePicture' | 'setPictureRole' | 'callPicture' | 'removePicture'>;

/** Widths in pixels, as pictures.css sets them, with the gap behind each. */
const CHIP = 100;
const FILM_WORD = 34;
const MORE = 36;

/** The pictures that a scene is made with, on one line: its own first, then the film's; the rest on a press. */
export function PictureChips(props: { readonly card: Card; readonly actions: ChipActions }) {
  return props.card.pictures.length === 0 ? null : <ChipLine {...props} />;
}

function ChipLine({ card, actions }: { readonly card: Card; readonly actions: ChipActions }) {
  const t = useT();
  const line = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { pictures, references, endLack } = card;
  const fits = fitting(useWidth(line), pictures);
  const shown = isWhole ? pictures : pictures.slice(0, fits);
  const firstOfFilm = shown.findIndex(({ sceneIndex }) => sceneIndex === null);
  const left = pictures.length - fits;
  return (
    <div
      className={isWhole ? 'picture-chips whole' : 'picture-chips'}
      ref={line}
      role="group"
      aria-label={t('scenePictures')}
    >
      {shown.map((picture, at) => (
        <PictureChip
          key={picture.id}
          picture={picture}
          isFirstOfFilm={at === firstOfFilm}
          card={card}
          actions={actions}
        />
      ))}
      {left > 0 && (
        <button
          type="button"
          className={isWhole ? 'picture-chip more fewer' : 'picture-chip more'}
          aria-expanded={isWhole}
          aria-label={isWhole ? t('pictureFewer') : t('picturesMore', left)}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('pictureFewer') : `+${left}`}
        </button>
      )}
      {!references && <p className="soft unused">{t('picturesUnused')}</p>}
      {endLack && <p className="soft unused">{faultWords(t, endLack)}</p>}
    </div>
  );
}

function PictureChip({
  picture,
  isFirstOfFilm,
  card,
  actions,
}: {
  readonly picture: Picture;
  readonly isFirstOfFilm: boolean;
  readonly card: Card;
  readonly actions: ChipActions;
}) {
  const t = useT();
  const url = useAssetUrl(picture.assetId);
  const face = (
    <>
      {url === null ? <span className="blank" /> : <img src={url} alt="" decoding="async" />}
      <span className="cut">{t(`role_${picture.role}`)}</span>
    </>
  );
  return (
    <>
      {isFirstOfFilm && (
        <span className="soft of-film" aria-hidden="true">
          {t('ofFilm')}
        </span>
      )}
      <Menu
        label={pictureName(t, picture)}
        className={picture.sceneIndex === null ? 'picture-chip film' : 'picture-chip'}
        face={face}
      >
        <PictureDetails
          picture={picture}
          url={url}
          onUse={() => actions.usePicture(card.scene.index, picture)}
          onRole={(role) => actions.setPictureRole(picture.id, role)}
          onCall={(calledAs) => actions.callPicture(picture.id, calledAs)}
          onRemove={() => actions.removePicture(picture.id)}
        />
      </Menu>
    </>
  );
}

/** How many chips stand on one line of a width, with room for what opens the rest. */
function fitting(width: number, pictures: readonly Picture[]): number {
  const room = width - (pictures.some(({ sceneIndex }) => sceneIndex === null) ? FILM_WORD : 0);
  if (pictures.length * CHIP <= room + 4) return pictures.length;
  return Math.max(1, Math.floor((room - MORE + 4) / CHIP));
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
