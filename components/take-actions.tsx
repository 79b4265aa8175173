import { Download, Info, Star, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import type { CardTake } from '../lib/domain/card.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { PanelActions } from './panel-props.ts';
import type { Press } from './use-press-guard.ts';
import { useT } from './words.tsx';

/** What can be done with the take that the card shows. */
export function TakeActions({
  take,
  index,
  hasPick,
  about,
  onCompare,
  onBin,
  actions,
}: {
  readonly take: CardTake;
  readonly index: SceneIndex;
  readonly hasPick: boolean;
  /** What opens and closes everything about it. */
  readonly about: {
    readonly button: RefObject<HTMLButtonElement | null>;
    readonly isOpen: boolean;
    readonly onToggle: () => void;
  };
  readonly onCompare: () => void;
  readonly onBin: (press: Press) => void;
  readonly actions: PanelActions;
}) {
  const t = useT();
  const { kind, number } = take.take;
  return (
    <div className="take-actions">
      {take.picked ? (
        <span className="soft">{t('picked')}</span>
      ) : (
        <>
          {hasPick && (
            <button type="button" className="button quiet" onClick={onCompare}>
              {t('action_compare')}
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            onClick={() => actions.pickTake(index, kind, number)}
          >
            {t('action_useTake')}
          </button>
        </>
      )}
      <span className="take-icons">
        <button
          ref={about.button}
          type="button"
          className="button quiet icon"
          aria-label={t('aboutTake', t(`kind_${kind}`), String(number))}
          aria-expanded={about.isOpen}
          title={t('aboutTake', t(`kind_${kind}`), String(number))}
          onClick={about.onToggle}
        >
          <Info size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button quiet icon"
          aria-label={t('starTake', t(`kind_${kind}`), String(number))}
          aria-pressed={take.mark.starred}
          title={t('star')}
          onClick={() => actions.starTake(index, kind, number, !take.mark.starred)}
        >
          <Star size={14} fill={take.mark.starred ? 'currentColor' : 'none'} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button quiet icon"
          aria-label={t('downloadTake', t(`kind_${kind}`), String(number))}
          title={t('download')}
          onClick={() => actions.downloadTake(index, kind, number)}
        >
          <Download size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button quiet icon"
          aria-label={t('binTake', t(`kind_${kind}`), String(number))}
          title={t('bin')}
          onClick={onBin}
        >
          <Trash2 size={14} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
