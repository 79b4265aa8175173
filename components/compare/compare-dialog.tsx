import type { CardTake } from '../../lib/domain/card.ts';
import { Dialog } from '../dialog.tsx';
import { takeName } from '../take-strip.tsx';
import { useT } from '../words.tsx';
import { CompareView } from './compare-view.tsx';

/** Two takes of a scene beside each other, in the panel: the one in use and another. */
export function CompareDialog({
  picked,
  other,
  onUse,
  onLarge,
  onClose,
}: {
  readonly picked: CardTake;
  readonly other: CardTake;
  readonly onUse: (take: CardTake) => void;
  readonly onLarge: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const side = (take: CardTake) => {
    const name = takeName(t, take);
    const short = t('takeName', t(`kind_${take.take.kind}`), String(take.take.number));
    const label = <span>{take.picked ? `${short} · ${t('picked')}` : short}</span>;
    return { take, name, label };
  };
  return (
    <Dialog title={t('action_compare')} className="compare" onClose={onClose}>
      <CompareView left={side(picked)} right={side(other)} isLarge={false} onUse={onUse} onLarge={onLarge} />
    </Dialog>
  );
}
