import { ChevronLeft, ChevronRight, Pause, Play, Repeat } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import { useT } from '../words.tsx';
import type { InStep } from './play-in-step.ts';
import { useMoment, type Moments } from './use-play-in-step.ts';

/** How fast both can be played; 1 is as fast as they were made. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 1.5, 2];

/** Plays both takes as one: play, place, frames, speed, loop, and whose sound is heard. */
export function CompareTransport({
  inStep,
  moments,
  names,
}: {
  readonly inStep: InStep;
  readonly moments: Moments;
  /** Of the players, for choosing whose sound is heard; null for one that has none. */
  readonly names: readonly (string | null)[];
}) {
  const t = useT();
  const { isPlaying, atS, lengthS, speed, loops, heard } = useMoment(moments);
  const playName = t(isPlaying ? 'compare_pause' : 'compare_play');
  return (
    <div className="transport">
      <button
        type="button"
        className="button icon"
        aria-label={playName}
        title={playName}
        onClick={() => (isPlaying ? inStep.pause() : inStep.play())}
      >
        {isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </button>
      <input
        type="range"
        className="seek"
        aria-label={t('compare_seek')}
        aria-valuetext={`${seconds(atS)} / ${seconds(lengthS)}`}
        min={0}
        max={lengthS}
        step="any"
        value={atS}
        onChange={(event) => inStep.seek(Number(event.target.value))}
      />
      <span className="soft time" aria-hidden="true">
        {seconds(atS)} / {seconds(lengthS)}
      </span>
      <span className="row">
        <IconButton name={t('compare_frameBack')} onPress={() => inStep.step(-1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </IconButton>
        <IconButton name={t('compare_frameForward')} onPress={() => inStep.step(1)}>
          <ChevronRight size={16} aria-hidden="true" />
        </IconButton>
        <select
          className="small-select"
          aria-label={t('compare_speed')}
          value={speed}
          onChange={(event) => inStep.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
        <IconButton name={t('compare_loop')} isPressed={loops} onPress={() => inStep.setLoops(!loops)}>
          <Repeat size={14} aria-hidden="true" />
        </IconButton>
        <Sound names={names} heard={heard} onHear={inStep.hear} />
      </span>
    </div>
  );
}

function Sound({
  names,
  heard,
  onHear,
}: {
  readonly names: readonly (string | null)[];
  readonly heard: number | null;
  readonly onHear: (player: number | null) => void;
}) {
  const t = useT();
  if (names.every((name) => name === null)) return null;
  return (
    <select
      className="small-select sound"
      aria-label={t('compare_sound')}
      value={heard ?? ''}
      onChange={(event) => onHear(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{t('compare_soundNone')}</option>
      {names.map(
        (name, at) =>
          name !== null && (
            <option key={name} value={at}>
              {name}
            </option>
          ),
      )}
    </select>
  );
}

/** Tenths of a second: a frame is less, and more of them could not be read. */
function seconds(atS: number): string {
  const tenths = Math.round(atS * 10);
  const rest = tenths % 600;
  return `${Math.floor(tenths / 600)}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}
