import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from '../icon-button.tsx';
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
            <IconButton name={t('compare_zoomOut')} isOff={scale === 1} onPress={() => onDo('zoomOut')}>
              <ZoomOut size={16} aria-hidden="true" />
            </IconButton>
            <IconButton name={t('compare_zoomFit')} isOff={scale === 1} onPress={() => onDo('zoomFit')}>
              {Math.round(scale * 100)} %
            </IconButton>
            <IconButton name={t('compare_zoomIn')} onPress={() => onDo('zoomIn')}>
              <ZoomIn size={16} aria-hidden="true" />
            </IconButton>
          </>
        )}
        {onLarge !== null && (
          <IconButton name={t('compare_large')} onPress={onLarge}>
            <Maximize2 size={14} aria-hidden="true" />
          </IconButton>
        )}
        <KeysButton list={keys} />
      </span>
    </div>
  );
}
