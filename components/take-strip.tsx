import type { CardTake } from '../lib/domain/card.ts';
import { isLarger } from '../lib/domain/take.ts';
import { useAssetUrl } from './asset-url.tsx';
import { useT, type Translate } from './words.tsx';

/** A scene's takes, newest first: the pick has the accent's edge, a new one a dot. */
export function TakeStrip({
  takes,
  shown,
  onShow,
}: {
  readonly takes: readonly CardTake[];
  /** The take that the card shows. */
  readonly shown: CardTake | null;
  readonly onShow: (take: CardTake) => void;
}) {
  const t = useT();
  return (
    <div className="takes" role="group" aria-label={t('takes')}>
      {takes.map((each) => (
        <Thumbnail
          key={`${each.take.kind} ${each.take.number}`}
          take={each}
          isShown={each.take === shown?.take}
          name={takeName(t, each)}
          onPress={() => onShow(each)}
        />
      ))}
    </div>
  );
}

/** A take's name for people, with what is to know of it. */
export function takeName(t: Translate, { take, mark, picked, fresh, stale }: CardTake): string {
  const notes = [
    picked ? t('picked') : '',
    mark.starred ? t('starred') : '',
    fresh ? t('newTake') : '',
    stale.length > 0 ? t('stale') : '',
    isLarger(take) ? t('takeLarger') : '',
  ];
  const name = t('takeName', t(`kind_${take.kind}`), String(take.number));
  return [name, ...notes.filter((note) => note !== '')].join(', ');
}

function Thumbnail({
  take,
  isShown,
  name,
  onPress,
}: {
  readonly take: CardTake;
  readonly isShown: boolean;
  readonly name: string;
  readonly onPress: () => void;
}) {
  const url = useAssetUrl(take.take.posterId ?? take.take.assetId);
  const marks = `${take.picked ? ' picked' : ''}${take.fresh ? ' fresh' : ''}${take.stale.length > 0 ? ' stale' : ''}`;
  return (
    <button
      type="button"
      className={`thumbnail ${take.take.kind}${marks}`}
      aria-label={name}
      aria-pressed={isShown}
      title={name}
      onClick={onPress}
    >
      {url !== null && <img src={url} alt="" loading="lazy" />}
      <span aria-hidden="true">
        {take.mark.starred ? '★' : ''}
        {take.take.kind === 'video' ? '▸' : ''}
        {take.take.number}
      </span>
    </button>
  );
}
