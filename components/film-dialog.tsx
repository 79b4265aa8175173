import './film.css';
import { cutLengthS } from '../lib/domain/cut.ts';
import type { Fault } from '../lib/domain/fault.ts';
import type { SavedFilm } from '../lib/domain/film.ts';
import type { FilmPlan } from '../lib/domain/film-plan.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { Dialog } from './dialog.tsx';
import { faultWords } from './fault-words.ts';
import { FirstLook, MOST_NAMED } from './first-look.tsx';
import { clockTime } from './scene-name.ts';
import { useT } from './words.tsx';

/** What is done for the film. */
export type FilmWork =
  | { readonly state: 'idle' }
  /** `share` is 0 to 1, null until it is told. */
  | { readonly state: 'making'; readonly share: number | null }
  | { readonly state: 'saved'; readonly film: SavedFilm }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What can be asked of the film. */
export interface FilmActions {
  make(): void;
  cancel(): void;
  /** The user has seen how it ended. */
  leave(): void;
}

/** Shows what the film is made of and what to look at first, makes it, and says where it went. */
export function FilmDialog({
  useFilmPlan,
  work,
  actions,
  onGoTo,
  onPreview,
  onClose,
}: {
  /** What the film would be made of now; null until it is read. A hook. */
  readonly useFilmPlan: () => FilmPlan | null;
  readonly work: FilmWork;
  readonly actions: FilmActions;
  readonly onGoTo: (index: SceneIndex) => void;
  /** Plays the film from what is picked, without making it. */
  readonly onPreview: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const plan = useFilmPlan();
  const close = (): void => {
    actions.leave();
    onClose();
  };
  const goTo = (index: SceneIndex): void => {
    close();
    onGoTo(index);
  };
  return (
    <Dialog title={t('step_makeFilm')} className="film" onClose={close}>
      {plan !== null && work.state !== 'saved' && <PlanOf plan={plan} onGoTo={goTo} />}
      {work.state === 'making' && <Making share={work.share} />}
      {work.state === 'failed' && <Failed fault={work.fault} onGoTo={goTo} />}
      {work.state === 'saved' && <Saved film={work.film} />}
      <div className="row end">
        {work.state === 'making' && (
          <button type="button" className="button" onClick={actions.cancel}>
            {t('cancel')}
          </button>
        )}
        {work.state === 'saved' && (
          <button type="button" className="button main" autoFocus onClick={close}>
            {t('close')}
          </button>
        )}
        {work.state !== 'making' && plan !== null && (
          <button type="button" className="button" onClick={onPreview}>
            {t('preview_title')}
          </button>
        )}
        {(work.state === 'idle' || work.state === 'failed') && plan !== null && (
          <button
            type="button"
            className="button main"
            autoFocus
            disabled={plan.cut.length === 0 || plan.otherAspect.length > 0}
            onClick={actions.make}
          >
            {t('step_makeFilm')}
          </button>
        )}
      </div>
    </Dialog>
  );
}

function PlanOf({ plan, onGoTo }: { readonly plan: FilmPlan; readonly onGoTo: (index: SceneIndex) => void }) {
  const t = useT();
  if (plan.cut.length === 0) return <p>{t('film_none')}</p>;
  return (
    <>
      <p className="film-sum">
        {t('film_scenes', plan.cut.length)} · {clockTime(Math.round(cutLengthS(plan.cut)) * 1000)}
      </p>
      <FirstLook plan={plan} missing={t('film_missing')} onGoTo={onGoTo} />
    </>
  );
}

function Making({ share }: { readonly share: number | null }) {
  const t = useT();
  return (
    <div className="film-work">
      <p role="status">{t('film_making')}</p>
      <progress {...(share !== null && { value: share })} aria-label={t('progress')} />
    </div>
  );
}

function Saved({ film }: { readonly film: SavedFilm }) {
  const t = useT();
  return (
    <div className="film-work">
      <p role="status" className="film-saved">
        {t('film_saved', `Downloads/${film.name}`)}
      </p>
      <p className="soft">
        {clockTime(Math.round(film.lengthS) * 1000)} · {t('megabytes', megabytes(film.sizeBytes))}
      </p>
    </div>
  );
}

function Failed({ fault, onGoTo }: { readonly fault: Fault; readonly onGoTo: (index: SceneIndex) => void }) {
  const t = useT();
  const scenes =
    fault.type === 'MixedFormats'
      ? fault.others.map(({ index }) => index)
      : fault.type === 'ClipDamaged'
        ? [fault.scene]
        : [];
  return (
    <div className="film-failed" role="alert">
      <p>{faultWords(t, fault)}</p>
      {scenes.length > 0 && (
        <div className="buttons">
          {scenes.slice(0, MOST_NAMED).map((index) => (
            <button key={index} type="button" className="button" onClick={() => onGoTo(index)}>
              {t('scene', index.toString())}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** A million bytes each, with one digit where that still says something. */
function megabytes(bytes: number): string {
  const count = bytes / 1_000_000;
  return count < 10 ? Math.max(0.1, count).toFixed(1) : Math.round(count).toString();
}
