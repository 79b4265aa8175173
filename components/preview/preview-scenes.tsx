import { memo, useEffect, useRef } from 'react';
import type { Preview, PreviewPart } from '../../lib/domain/preview.ts';
import { sceneName } from '../scene-name.ts';
import { useT } from '../words.tsx';

/** Every scene of the film by its number: a press goes to its beginning. */
export const PreviewScenes = memo(function SceneJumps({
  preview,
  at,
  onJump,
}: {
  readonly preview: Preview;
  /** The place of the scene that is seen. */
  readonly at: number;
  readonly onJump: (at: number) => void;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const now = list.current?.children[at];
    if (now instanceof HTMLElement) keepInSight(list.current, now);
  }, [at]);
  return (
    <ol ref={list} className="jumps" aria-label={t('scenes')}>
      {preview.map((part, each) => (
        <li key={part.index}>
          <button
            type="button"
            className={`button ${part.seen.type}`}
            aria-label={nameOf(t, part)}
            aria-current={each === at ? 'true' : undefined}
            title={[nameOf(t, part), part.line].filter((words) => words !== '').join(' – ')}
            onClick={() => onJump(each)}
          >
            {part.index}
          </button>
        </li>
      ))}
    </ol>
  );
});

function nameOf(t: ReturnType<typeof useT>, { index, ordinal, seen }: PreviewPart): string {
  const name = sceneName(t, index, ordinal);
  return seen.type === 'video' ? name : `${name}, ${t('preview_noVideo')}`;
}

/** Scrolls the list alone: the page around it stays where it is. */
function keepInSight(list: HTMLElement | null, item: HTMLElement): void {
  if (list === null) return;
  const left = item.offsetLeft - list.offsetLeft;
  const top = item.offsetTop - list.offsetTop;
  if (left < list.scrollLeft || left + item.offsetWidth > list.scrollLeft + list.clientWidth)
    list.scrollLeft = left - list.clientWidth / 2 + item.offsetWidth / 2;
  if (top < list.scrollTop || top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top - list.clientHeight / 2 + item.offsetHeight / 2;
}
