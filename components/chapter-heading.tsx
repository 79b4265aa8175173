import { ChevronDown } from 'lucide-react';
import type { Chapter } from '../lib/domain/chapters.ts';
import { useT } from './words.tsx';

/** The heading of a chapter; a press folds its scenes away. */
export function ChapterHeading({
  chapter,
  isFolded,
  onFold,
}: {
  readonly chapter: Chapter;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}) {
  const t = useT();
  const { heading, places, tone } = chapter;
  return (
    <h2 className="chapter">
      <button type="button" aria-expanded={!isFolded} onClick={onFold}>
        <ChevronDown size={14} aria-hidden="true" />
        <span className="cut">{heading === '' ? t('noChapter') : heading}</span>
        <span className="chapter-count">
          {isFolded && <span className={`status-dot ${tone}`} title={t(`tone_${tone}`)} aria-hidden="true" />}
          {t('count_scenes', places.length)}
        </span>
      </button>
    </h2>
  );
}
