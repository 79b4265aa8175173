import { X } from 'lucide-react';
import { useState } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Run } from '../lib/domain/run.ts';
import type { PanelActions } from './panel-props.ts';
import { useT, type Translate } from './words.tsx';

/** Whether a run is over and was more than one order, which its card tells already. */
export function isWorthTelling(run: Run): boolean {
  return run.left.length === 0 && run.total + run.stopped > 1;
}

/** What a run did, in one line. */
export function endWords(t: Translate, { counts: { done, failed }, stopped }: Run): string {
  const parts = [
    t('run_made', done),
    ...(failed > 0 ? [t('run_madeNot', failed)] : []),
    ...(stopped > 0 ? [t('run_stopped', stopped)] : []),
  ];
  return parts.join(' ');
}

/** What a batch did once it is over, and what it left to be done. */
export function RunEnd({
  run,
  places,
  actions,
}: {
  readonly run: Run;
  readonly places: readonly ScenePlace[];
  readonly actions: Pick<PanelActions, 'retryFailed' | 'generateAll'>;
}) {
  const t = useT();
  const [closed, setClosed] = useState<number | null>(null);
  if (!isWorthTelling(run) || closed === run.since) return null;
  const failing = places.filter((place) => place.failed.length > 0).length;
  const missing = places.filter((place) => !place.hasVideo && place.failed.length === 0).length;
  return (
    <section className="banner run-end" aria-label={t('run_end')}>
      <div className="row">
        <span className="grow">{endWords(t, run)}</span>
        <button
          type="button"
          className="button quiet icon"
          aria-label={t('close')}
          onClick={() => setClosed(run.since)}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      {failing + missing > 0 && (
        <div className="buttons">
          {failing > 0 && (
            <button type="button" className="button" onClick={() => actions.retryFailed()}>
              {t('run_retry', failing)}
            </button>
          )}
          {missing > 0 && (
            <button type="button" className="button" onClick={() => actions.generateAll('video')}>
              {t('run_missing', missing)}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
