import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useT } from '../words.tsx';
import type { CompareDeed } from './compare-keys.ts';
import type { CompareMode } from './compare-stage.tsx';
import { KeysButton } from './keys-button.tsx';
import type { Blink } from './use-blink.ts';

const MODES: readonly CompareMode[] = ['sides', 'wipe', 'blink'];

/** How two takes are compared, how close, and the keys for it. */
export function CompareTools({
  mode,
  blink,
  scale,
  isLarge,
  keys,
  onLarge,
  onMode,
  onDo,
}: {
  readonly mode: CompareMode;
  readonly blink: Blink;
  readonly scale: number;
  readonly isLarge: boolean;
  readonly keys: RefObject<HTMLDivElement | null>;
  readonly onLarge: (() => void) | null;
  readonly onMode: (mode: CompareMode) => void;
  readonly onDo: (deed: CompareDeed) => void;
}) {
  const t = useT();
  return (
    <div className="compare-tools">
      <span className="segments" role="group" aria-label={t('compare_mode')}>
        {MODES.map((each) => (
          <button
            key={each}
            type="button"
            className="button quiet"
            aria-pressed={mode === each}
            onClick={() => {
              if (each !== mode) onMode(each);
            }}
          >
            {t(`compare_${each}`)}
          </button>
        ))}
      </span>
      {mode === 'blink' && (
        <span className="row">
          <button type="button" className="button quiet" onClick={blink.swap}>
            {t('compare_swap')}
          </button>
          <button
            type="button"
            className="button quiet"
            aria-pressed={blink.isAuto}
            onClick={() => blink.setAuto(!blink.isAuto)}
          >
            {t('compare_blinkAuto')}
          </button>
        </span>
      )}
      <span className="row tools-end">
        {isLarge && (
          <>
            <Tool name={t('compare_zoomOut')} isOff={scale === 1} onPress={() => onDo('zoomOut')}>
              <ZoomOut size={16} aria-hidden="true" />
            </Tool>
            <Tool name={t('compare_zoomFit')} isOff={scale === 1} onPress={() => onDo('zoomFit')}>
              {Math.round(scale * 100)} %
            </Tool>
            <Tool name={t('compare_zoomIn')} onPress={() => onDo('zoomIn')}>
              <ZoomIn size={16} aria-hidden="true" />
            </Tool>
          </>
        )}
        {onLarge !== null && (
          <Tool name={t('compare_large')} onPress={onLarge}>
            <Maximize2 size={14} aria-hidden="true" />
          </Tool>
        )}
        <KeysButton list={keys} />
      </span>
    </div>
  );
}

function Tool({
  name,
  isOff = false,
  onPress,
  children,
}: {
  readonly name: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={name}
      title={name}
      disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
