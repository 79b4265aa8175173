import { Search } from 'lucide-react';
import type { ScenePlace } from '../lib/domain/card.ts';
import { countByFilter, SCENE_FILTERS, type SceneFilter } from '../lib/domain/scene-filter.ts';
import { useT } from './words.tsx';

/** Chooses which scenes the list shows; a filter that would show none is left out. */
export function SceneFilters({
  places,
  filter,
  onFilter,
  onGoTo,
}: {
  readonly places: readonly ScenePlace[];
  readonly filter: SceneFilter;
  readonly onFilter: (filter: SceneFilter) => void;
  readonly onGoTo: () => void;
}) {
  const t = useT();
  const counts = countByFilter(places);
  return (
    <div className="list-tools">
      <button type="button" className="find" onClick={onGoTo} aria-keyshortcuts="/">
        <Search size={14} aria-hidden="true" />
        <span className="grow">{t('goToScene')}</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      <div className="filters" role="group" aria-label={t('filters')}>
        {SCENE_FILTERS.filter((each) => each === 'all' || each === filter || counts[each] > 0).map((each) => (
          <button key={each} type="button" aria-pressed={each === filter} onClick={() => onFilter(each)}>
            {t(`filter_${each}`)} <b>{counts[each]}</b>
          </button>
        ))}
      </div>
    </div>
  );
}
