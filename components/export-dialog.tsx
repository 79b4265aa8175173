import { useEffect, useRef } from 'react';
import type { FilmPlan } from '../lib/domain/film-plan.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { Dialog } from './dialog.tsx';
import { FirstLook } from './first-look.tsx';
import { useT } from './words.tsx';

interface ExportProps {
  /** What the film would be made of now; null until it is read. A hook. */
  readonly useFilmPlan: () => FilmPlan | null;
  readonly onExport: () => void;
  readonly onGoTo: (index: SceneIndex) => void;
  readonly onClose: () => void;
}

/** Shows what the user may want to look at before files are saved; where there is nothing, they are saved at once. */
export function ExportDialog({ useFilmPlan, ...props }: ExportProps) {
  const plan = useFilmPlan();
  // As it was at the press: nothing is saved by itself because something was looked at since.
  const first = useRef(plan);
  first.current ??= plan;
  if (plan === null || first.current === null) return null;
  return hasNothing(first.current) ? <AtOnce {...props} /> : <Look plan={plan} {...props} />;
}

type Rest = Omit<ExportProps, 'useFilmPlan'>;

function AtOnce({ onExport, onClose }: Rest) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    onExport();
    onClose();
  }, [onExport, onClose]);
  return null;
}

function Look({ plan, onExport, onGoTo, onClose }: Rest & { readonly plan: FilmPlan }) {
  const t = useT();
  return (
    <Dialog title={t('step_export')} className="film" onClose={onClose}>
      <FirstLook
        plan={plan}
        missing={t('export_noVideo')}
        onGoTo={(index) => {
          onClose();
          onGoTo(index);
        }}
      />
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          data-first
          onClick={() => {
            onExport();
            onClose();
          }}
        >
          {t('step_export')}
        </button>
      </div>
    </Dialog>
  );
}

function hasNothing({ missing, newTakes, stale, otherAspect }: FilmPlan): boolean {
  return [missing, newTakes, stale, otherAspect].every(({ length }) => length === 0);
}
