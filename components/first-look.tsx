import './film.css';
import type { FilmPlan, PlannedScene } from '../lib/domain/film-plan.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { sceneName } from './scene-name.ts';
import { useT } from './words.tsx';

/** Scenes of one list that are named before the rest is counted. */
export const MOST_NAMED = 12;

/** What the user may want to look at before the film or its files are made. */
export function FirstLook({
  plan,
  missing,
  onGoTo,
}: {
  readonly plan: FilmPlan;
  /** What becomes of scenes without a video. */
  readonly missing: string;
  readonly onGoTo: (index: SceneIndex) => void;
}) {
  const t = useT();
  return (
    <>
      <Named title={t('film_otherAspect')} scenes={plan.otherAspect} onGoTo={onGoTo} />
      <Named title={t('film_newTakes')} scenes={plan.newTakes} onGoTo={onGoTo} />
      <Named title={t('film_stale')} scenes={plan.stale} onGoTo={onGoTo} />
      <Named title={missing} scenes={plan.missing} onGoTo={onGoTo} />
    </>
  );
}

/** Scenes that the user may want to look at first; nothing where there are none. */
function Named({
  title,
  scenes,
  onGoTo,
}: {
  readonly title: string;
  readonly scenes: readonly PlannedScene[];
  readonly onGoTo: (index: SceneIndex) => void;
}) {
  const t = useT();
  if (scenes.length === 0) return null;
  return (
    <section className="film-named" aria-label={title}>
      <h3>
        {title} · {scenes.length}
      </h3>
      <ul>
        {scenes.slice(0, MOST_NAMED).map(({ index, ordinal }) => (
          <li key={index}>
            <button type="button" className="button" onClick={() => onGoTo(index)}>
              {sceneName(t, index, ordinal)}
            </button>
          </li>
        ))}
        {scenes.length > MOST_NAMED && <li className="soft">{t('andMore', scenes.length - MOST_NAMED)}</li>}
      </ul>
    </section>
  );
}
