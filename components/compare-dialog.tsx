import type { CardTake } from '../lib/domain/card.ts';
import { useAssetUrl } from './asset-url.tsx';
import { Dialog } from './dialog.tsx';
import { takeName } from './take-strip.tsx';
import { useT } from './words.tsx';

/** Two takes of a scene side by side: the one in use and another. */
export function CompareDialog({
  picked,
  other,
  onUse,
  onClose,
}: {
  readonly picked: CardTake;
  readonly other: CardTake;
  readonly onUse: (take: CardTake) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog title={t('action_compare')} className="compare" onClose={onClose}>
      <div className="sides">
        {[picked, other].map((take) => (
          <figure key={take.take.number}>
            <Whole take={take} name={takeName(t, take)} />
            <figcaption>
              <span>{takeName(t, take)}</span>
              {!take.picked && (
                <button type="button" className="button main" onClick={() => onUse(take)}>
                  {t('action_useTake')}
                </button>
              )}
            </figcaption>
          </figure>
        ))}
      </div>
    </Dialog>
  );
}

function Whole({ take, name }: { readonly take: CardTake; readonly name: string }) {
  const url = useAssetUrl(take.take.assetId);
  if (url === null) return <div className="picture empty" />;
  if (take.take.kind === 'video') return <video src={url} controls loop muted autoPlay aria-label={name} />;
  return <img src={url} alt={name} />;
}
