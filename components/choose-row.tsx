import { useRef } from 'react';
import type { Card, ScenePlace } from '../lib/domain/card.ts';
import { RowFace } from './scene-row.tsx';
import { useT } from './words.tsx';

/** A scene while scenes are being chosen: the whole line is its check box. */
export function ChooseRow({
  place,
  card,
  sameAs,
  isChosen,
  onChoose,
}: {
  readonly place: ScenePlace;
  /** Null while it is read. */
  readonly card: Card | null;
  readonly sameAs: string;
  readonly isChosen: boolean;
  /** `isRange` where everything up to it is meant. */
  readonly onChoose: (isRange: boolean) => void;
}) {
  const t = useT();
  // A press on the words reaches the box without its keys.
  const isRange = useRef(false);
  return (
    <label
      className={isChosen ? 'scene-row choose-row chosen' : 'scene-row choose-row'}
      onPointerDown={(event) => void (isRange.current = event.shiftKey)}
      onKeyDown={(event) => void (isRange.current = event.shiftKey)}
    >
      <input
        type="checkbox"
        aria-label={t('chooseScene', String(place.index))}
        checked={isChosen}
        onChange={() => onChoose(isRange.current)}
      />
      <RowFace place={place} card={card} sameAs={sameAs} />
    </label>
  );
}
