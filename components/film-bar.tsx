import { useState } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { worstTone, type StatusTone } from '../lib/domain/status.ts';
import { moveInside } from './move-inside.ts';
import { useT } from './words.tsx';

const MOST_PARTS = 100;

/**
 * The whole film at a glance: a part a scene, at most a hundred, each in its scenes' worst state. It is one stop of
 * the Tab key; arrows move inside it.
 */
export function FilmBar({
  places,
  onGoTo,
}: {
  readonly places: readonly ScenePlace[];
  readonly onGoTo: (index: SceneIndex) => void;
}) {
  const t = useT();
  const parts = partsOf(places);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, parts.length - 1);
  return (
    <div
      className={parts.length > 40 ? 'film-bar dense' : 'film-bar'}
      role="group"
      aria-label={t('filmBar')}
      onKeyDown={(event) => void moveInside(event)}
    >
      {parts.map(({ first, last, goal, tone, isHalf }, part) => (
        <button
          key={part}
          type="button"
          className={isHalf ? `${tone} half` : tone}
          tabIndex={part === stop ? 0 : -1}
          aria-label={
            first === last
              ? t('barScene', String(first.index), t(toneKey(tone, isHalf)))
              : t('barScenes', String(first.ordinal), String(last.ordinal), t(toneKey(tone, isHalf)))
          }
          onFocus={() => setAt(part)}
          onClick={() => onGoTo(goal.index)}
        />
      ))}
    </div>
  );
}

interface Part {
  readonly first: ScenePlace;
  readonly last: ScenePlace;
  readonly tone: StatusTone;
  /** Whether some of them have no video yet. */
  readonly isHalf: boolean;
  /** The scene that a press leads to: the first in the worst state. */
  readonly goal: ScenePlace;
}

function toneKey(tone: StatusTone, isHalf: boolean): string {
  return isHalf ? 'tone_half' : `tone_${tone}`;
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
    const tone = worstTone(scenes);
    const goal = scenes.find((scene) => scene.tone === tone);
    return first === undefined || last === undefined || goal === undefined
      ? []
      : [{ first, last, tone, isHalf: tone === 'ready' && scenes.some(({ hasVideo }) => !hasVideo), goal }];
  }).flat();
}
