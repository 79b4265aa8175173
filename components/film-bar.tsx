import type { ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { StatusTone } from '../lib/domain/status.ts';
import { useT } from './words.tsx';

const MOST_PARTS = 100;
/** Worst first: a part that stands for several scenes has the worst of their states. */
const WORST: readonly StatusTone[] = ['needs', 'failed', 'work', 'waiting', 'new', 'empty', 'ready'];

/** The whole film at a glance: a part a scene, at most a hundred, each leads to its scenes. */
export function FilmBar({
  places,
  onGoTo,
}: {
  readonly places: readonly ScenePlace[];
  readonly onGoTo: (index: SceneIndex) => void;
}) {
  const t = useT();
  const parts = partsOf(places);
  return (
    <div className="film-bar" role="group" aria-label={t('filmBar')}>
      {parts.map(({ first, last, tone }) => (
        <button
          key={first.index}
          type="button"
          className={tone}
          aria-label={
            first === last
              ? t('barScene', String(first.index), t(`tone_${tone}`))
              : t('barScenes', String(first.ordinal), String(last.ordinal), t(`tone_${tone}`))
          }
          onClick={() => onGoTo(first.index)}
        />
      ))}
    </div>
  );
}

interface Part {
  readonly first: ScenePlace;
  readonly last: ScenePlace;
  readonly tone: StatusTone;
}

function partsOf(places: readonly ScenePlace[]): readonly Part[] {
  const count = Math.min(MOST_PARTS, places.length);
  return Array.from({ length: count }, (_, at) => {
    const scenes = places.slice(
      Math.floor((at * places.length) / count),
      Math.floor(((at + 1) * places.length) / count),
    );
    const [first] = scenes;
    const last = scenes.at(-1);
    const tone = WORST.find((each) => scenes.some((scene) => scene.tone === each)) ?? 'empty';
    return first === undefined || last === undefined ? [] : [{ first, last, tone }];
  }).flat();
}
