import type { Status } from '../lib/domain/status.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { useNow } from './now.tsx';
import { clockTime } from './scene-name.ts';
import { useT } from './words.tsx';

/** The one status of a card, the kind before it in an element of its own, with the time that work has taken. */
export function CardStatus({ status }: { readonly status: Status }) {
  const t = useT();
  const now = useNow();
  const startedAt = status.tone === 'work' ? (status.task?.startedAt ?? null) : null;
  return (
    <span className={`status ${status.tone}`}>
      <span className="status-dot" aria-hidden="true" />
      {status.kind !== null && (
        <span className="kind">
          {t(`kind_${status.kind}`)} <span aria-hidden="true">·</span>{' '}
        </span>
      )}
      <span data-part="status">
        {t(`status_${status.name}`, ...(status.scene === null ? [] : [String(status.scene)]))}
      </span>
      {startedAt !== null && <span className="elapsed">{clockTime(now - startedAt)}</span>}
    </span>
  );
}

/** How far the work is; a bar without an end where the service does not tell. */
export function CardProgressBar({
  status,
  index,
  useProgress,
}: {
  readonly status: Status;
  readonly index: SceneIndex;
  readonly useProgress: (index: SceneIndex, kind: 'image' | 'video' | 'voice') => number | null;
}) {
  const t = useT();
  const share = useProgress(index, status.kind ?? 'image');
  if (status.tone !== 'work') return null;
  const known = status.name === 'generating' && share !== null;
  return <progress aria-label={t('progress')} max={1} {...(known ? { value: share } : {})} />;
}
