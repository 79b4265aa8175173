import { History, Star } from 'lucide-react';
import { isPutAway, type CardTake } from '../lib/domain/card.ts';
import { isLarger } from '../lib/domain/take.ts';
import { useAssetUrl } from './asset-url.tsx';
import { moveInside } from './move-inside.ts';
import { clockTime } from './scene-name.ts';
import { useT, type Translate } from './words.tsx';

/**
 * A scene's takes, newest first: the pick has the accent's edge, a new one a dot. It is one stop of the Tab key; arrows
 * move inside it and show each take. What was archived stands behind a button at its end.
 */
export function TakeStrip({
  takes,
  shown,
  showsArchived,
  onShow,
  onShowArchived,
}: {
  readonly takes: readonly CardTake[];
  /** The take that the card shows. */
  readonly shown: CardTake | null;
  readonly showsArchived: boolean;
  readonly onShow: (take: CardTake) => void;
  readonly onShowArchived: (shows: boolean) => void;
}) {
  const t = useT();
  const archived = takes.filter(isPutAway);
  const kept = takes.filter((take) => !isPutAway(take));
  const listed = showsArchived ? [...kept, ...archived] : kept;
  const stop = listed.find(({ take }) => take === shown?.take) ?? listed[0];
  return (
    <div className="takes">
      <div
        className="take-list"
        role="group"
        aria-label={t('takes')}
        onKeyDown={(event) => moveInside(event)?.click()}
      >
        {listed.map((each) => (
          <Thumbnail
            key={`${each.take.kind} ${each.take.number}`}
            take={each}
            isShown={each.take === shown?.take}
            isStop={each === stop}
            onPress={() => onShow(each)}
          />
        ))}
      </div>
      {archived.length > 0 && (
        <button
          type="button"
          className="button quiet"
          aria-expanded={showsArchived}
          onClick={() => onShowArchived(!showsArchived)}
        >
          {t('takesArchived', archived.length)}
        </button>
      )}
    </div>
  );
}

/** A take's name for people, with what is to know of it. */
export function takeName(t: Translate, card: CardTake): string {
  const { take, mark, picked, fresh, stale } = card;
  const notes = [
    picked ? t('picked') : '',
    mark.starred ? t('starred') : '',
    fresh ? t('newTake') : '',
    stale.length > 0 ? t('stale') : '',
    isLarger(take) ? t('takeLarger') : '',
    isPutAway(card) ? t('archived') : '',
  ];
  const name = t('takeName', t(`kind_${take.kind}`), String(take.number));
  return [name, ...notes.filter((note) => note !== '')].join(', ');
}

function Thumbnail({
  take: card,
  isShown,
  isStop,
  onPress,
}: {
  readonly take: CardTake;
  readonly isShown: boolean;
  /** Whether the Tab key stops at it. */
  readonly isStop: boolean;
  readonly onPress: () => void;
}) {
  const t = useT();
  const { take, mark, stale } = card;
  const url = useAssetUrl(take.posterId ?? take.assetId);
  const name = takeName(t, card);
  return (
    <button
      type="button"
      className={`thumbnail ${marksOf(card)}`}
      aria-label={name}
      aria-pressed={isShown}
      title={name}
      tabIndex={isStop ? 0 : -1}
      // What goes to the bin or into use leaves the focus to the take that is shown then.
      data-first={isStop ? '' : undefined}
      onClick={onPress}
    >
      {url !== null && <img src={url} alt="" loading="lazy" />}
      <span className="thumbnail-marks" aria-hidden="true">
        {take.number}
        {mark.starred && <Star size={9} fill="currentColor" />}
        {stale.length > 0 && <History size={9} />}
      </span>
      {take.kind === 'video' && (
        <span className="thumbnail-length" aria-hidden="true">
          {clockTime((take.media.lengthS ?? 0) * 1000)}
        </span>
      )}
    </button>
  );
}

function marksOf(card: CardTake): string {
  return [card.picked && 'picked', card.fresh && 'fresh', isPutAway(card) && 'archived']
    .filter((mark) => mark !== false)
    .join(' ');
}
