import {
  useEffect,
  useRef,
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useT } from '../words.tsx';
import { ZOOM_STEP } from './zoom.ts';

/** How two takes are shown: beside each other, one wiped over the other, or one at a time in the same place. */
export type CompareMode = 'sides' | 'wipe' | 'blink';

/** The place of both pictures: they are dragged and zoomed as one, and wiped where the mode is so. */
export function CompareStage({
  mode,
  ratio,
  wipe,
  shown,
  onWipe,
  onZoom,
  onPan,
  children,
}: {
  readonly mode: CompareMode;
  /** Width by height of the pictures. */
  readonly ratio: number;
  /** Where the wipe's line stands, 0 at the left to 100. */
  readonly wipe: number;
  /** Which one blinking shows. */
  readonly shown: 'left' | 'right';
  readonly onWipe: (wipe: number) => void;
  readonly onZoom: (factor: number) => void;
  readonly onPan: (right: number, down: number) => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const stage = useRef<HTMLDivElement>(null);
  useWheel(stage, onZoom);
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    const isPane = event.target instanceof Element && event.target.closest('.pane') !== null;
    if (isPane) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { clientWidth = 1, clientHeight = 1 } = event.currentTarget.querySelector('.pane') ?? {};
    onPan(event.movementX / clientWidth, event.movementY / clientHeight);
  };
  const style: CSSProperties & Record<`--${string}`, number> = { '--ratio': ratio, '--wipe': wipe / 100 };
  return (
    <div
      ref={stage}
      className={`stage ${mode} shows-${shown} ${ratio < 1 ? 'tall' : 'wide'}`}
      style={style}
      onPointerDown={grab}
      onPointerMove={drag}
    >
      {children}
      {mode === 'wipe' && (
        <input
          type="range"
          className="wipe-line"
          aria-label={t('compare_wipeAt')}
          min={0}
          max={100}
          step={0.5}
          value={wipe}
          onChange={(event) => onWipe(Number(event.target.value))}
        />
      )}
    </div>
  );
}

/** With Ctrl, as a pinch comes too, the wheel zooms. */
function useWheel(stage: RefObject<HTMLElement | null>, onZoom: (factor: number) => void): void {
  const newest = useRef(onZoom);
  newest.current = onZoom;
  useEffect(() => {
    const element = stage.current;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      // The whole page would be zoomed. React’s own listener could not keep it from that.
      event.preventDefault();
      newest.current(ZOOM_STEP ** (-event.deltaY / 100));
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [stage]);
}
