import './compare.css';
import { useRef, useState, type ReactNode } from 'react';
import type { CardTake } from '../../lib/domain/card.ts';
import { useT } from '../words.tsx';
import { CompareDifferences } from './compare-differences.tsx';
import { useCompareKeys, type CompareDeed } from './compare-keys.ts';
import { ComparePane } from './compare-pane.tsx';
import { CompareStage, type CompareMode } from './compare-stage.tsx';
import { CompareTools } from './compare-tools.tsx';
import { CompareTransport, SPEEDS } from './compare-transport.tsx';
import type { InStep } from './play-in-step.ts';
import { useBlink } from './use-blink.ts';
import { usePlayInStep } from './use-play-in-step.ts';
import { panBy, WHOLE, zoomBy, ZOOM_STEP, type Zoom } from './zoom.ts';

/** One of the two takes that are compared. */
export interface CompareSide {
  readonly take: CardTake;
  /** Its name for people; the two differ. */
  readonly name: string;
  /** What stands below it: its name, or what chooses another. */
  readonly label: ReactNode;
}

/** Two takes, compared: beside or over each other, in step with each other, with what they were made from. */
export function CompareView({
  left,
  right,
  isLarge,
  onUse,
  onLarge,
}: {
  readonly left: CompareSide;
  readonly right: CompareSide;
  /** Whether there is room for everything at once. */
  readonly isLarge: boolean;
  readonly onUse: (take: CardTake) => void;
  /** Opens the same in a window of its own; null where it is in one. */
  readonly onLarge: (() => void) | null;
}) {
  const t = useT();
  const [mode, setMode] = useState<CompareMode>('sides');
  const [wipe, setWipe] = useState(50);
  const [zoom, setZoom] = useState(WHOLE);
  const blink = useBlink(mode === 'blink');
  const keys = useRef<HTMLDivElement>(null);
  const [leftPlayer, setLeftPlayer] = useState<HTMLVideoElement | null>(null);
  const [rightPlayer, setRightPlayer] = useState<HTMLVideoElement | null>(null);
  const videos = [left, right].filter(({ take }) => take.take.kind !== 'image');
  const players = [leftPlayer, rightPlayer].filter((player) => player !== null);
  const [inStep, moments] = usePlayInStep(players.length === videos.length ? players : [], finestFps(videos));
  const pick = ({ take }: CompareSide): void => {
    if (!take.picked) onUse(take);
  };
  const choose = (next: CompareMode): void => {
    if (next === 'blink' && mode === 'blink') blink.swap();
    setMode(next);
  };
  const playerOf = (side: CompareSide): number | null => {
    const at = videos.indexOf(side);
    return side.take.take.media.hasSound && at !== -1 ? at : null;
  };
  const run = (deed: CompareDeed): void => {
    if (deed === 'sides' || deed === 'wipe' || deed === 'blink') choose(deed);
    else if (deed === 'useLeft') pick(left);
    else if (deed === 'useRight') pick(right);
    else if (deed === 'keys') keys.current?.togglePopover();
    else if (deed === 'soundLeft') inStep?.hear(playerOf(left));
    else if (deed === 'soundRight') inStep?.hear(playerOf(right));
    else if (deed === 'zoomIn' || deed === 'zoomOut' || deed === 'zoomFit')
      setZoom((now) => zoomed(now, deed));
    else if (inStep !== null) runPlayer(inStep, deed);
  };
  const pan = (x: number, y: number): void => setZoom((now) => panBy(now, x, y));
  useCompareKeys(run, pan);
  const { width, height } = left.take.take.media;
  const ratio = height > 0 ? width / height : 16 / 9;
  return (
    <div
      className={`compare-view ${isLarge ? 'large' : 'small'} ${ratio < 1 ? 'tall' : 'wide'}`}
      tabIndex={-1}
      data-first
    >
      <CompareTools
        mode={mode}
        blink={blink}
        scale={zoom.scale}
        isLarge={isLarge}
        keys={keys}
        onLarge={onLarge}
        onMode={choose}
        onDo={run}
      />
      <CompareStage
        mode={mode}
        ratio={ratio}
        wipe={wipe}
        shown={blink.shown}
        onWipe={setWipe}
        onZoom={(factor) => setZoom((now) => zoomBy(now, factor))}
        onPan={pan}
      >
        <Pane side="left" of={left} zoom={zoom} onPlayer={setLeftPlayer} onUse={pick} />
        <Pane side="right" of={right} zoom={zoom} onPlayer={setRightPlayer} onUse={pick} />
      </CompareStage>
      {inStep !== null && (
        <CompareTransport
          inStep={inStep}
          moments={moments}
          names={videos.map((side) => (playerOf(side) === null ? null : side.name))}
        />
      )}
      {isLarge ? (
        <section className="differences" aria-label={t('compare_differs')}>
          <CompareDifferences left={left.take.take} right={right.take.take} />
        </section>
      ) : (
        <details className="differences">
          <summary>{t('compare_differs')}</summary>
          <CompareDifferences left={left.take.take} right={right.take.take} />
        </details>
      )}
    </div>
  );
}

function Pane({
  side,
  of,
  zoom,
  onPlayer,
  onUse,
}: {
  readonly side: 'left' | 'right';
  readonly of: CompareSide;
  readonly zoom: Zoom;
  readonly onPlayer: (player: HTMLVideoElement | null) => void;
  readonly onUse: (side: CompareSide) => void;
}) {
  const t = useT();
  const { take, name, label } = of;
  return (
    <ComparePane side={side} take={take} name={name} zoom={zoom} onPlayer={onPlayer}>
      {label}
      {!take.picked && (
        <button type="button" className="button main" onClick={() => onUse(of)}>
          {t('action_useTake')}
        </button>
      )}
    </ComparePane>
  );
}

/** A frame is stepped over in no video. Most services make 24 a second. */
function finestFps(videos: readonly CompareSide[]): number {
  return Math.max(...videos.map(({ take }) => take.take.media.fps ?? 24), 1);
}

function zoomed(now: Zoom, deed: 'zoomIn' | 'zoomOut' | 'zoomFit'): Zoom {
  if (deed === 'zoomFit') return WHOLE;
  return zoomBy(now, deed === 'zoomIn' ? ZOOM_STEP : 1 / ZOOM_STEP);
}

type PlayerDeed = Extract<
  CompareDeed,
  'play' | 'back' | 'forward' | 'frameBack' | 'frameForward' | 'slower' | 'faster' | 'loop' | 'soundNone'
>;

function runPlayer(inStep: InStep, deed: PlayerDeed): void {
  const { isPlaying, atS, speed, loops } = inStep.moment();
  switch (deed) {
    case 'play':
      return isPlaying ? inStep.pause() : inStep.play();
    case 'back':
      return inStep.seek(atS - 1);
    case 'forward':
      return inStep.seek(atS + 1);
    case 'frameBack':
      return inStep.step(-1);
    case 'frameForward':
      return inStep.step(1);
    case 'slower':
      return inStep.setSpeed(SPEEDS.findLast((each) => each < speed) ?? speed);
    case 'faster':
      return inStep.setSpeed(SPEEDS.find((each) => each > speed) ?? speed);
    case 'loop':
      return inStep.setLoops(!loops);
    case 'soundNone':
      return inStep.hear(null);
  }
}
