import type { Card, CardTake } from '../../lib/domain/card.ts';
import type { SceneIndex, TakeNumber } from '../../lib/domain/ids.ts';
import type { PreviewPart } from '../../lib/domain/preview.ts';
import { useAssetUrl } from '../asset-url.tsx';
import { sceneName } from '../scene-name.ts';
import { takeName } from '../take-strip.tsx';
import { useT } from '../words.tsx';

/** The video takes of the scene that is seen: a press picks, and the film goes on with it. */
export function PreviewTakes({
  part,
  useCard,
  onPick,
}: {
  readonly part: PreviewPart;
  readonly useCard: (index: SceneIndex) => Card | null;
  readonly onPick: (index: SceneIndex, number: TakeNumber) => void;
}) {
  const t = useT();
  const card = useCard(part.index);
  const takes = card?.takes.video ?? [];
  return (
    <section className="picks" aria-label={t('preview_takes', sceneName(t, part.index, part.ordinal))}>
      <h3>
        {sceneName(t, part.index, part.ordinal)}
        {part.line !== '' && <span className="soft"> · {part.line}</span>}
      </h3>
      {takes.length === 0 ? (
        <p className="soft">{t('preview_noVideo')}</p>
      ) : (
        <div className="takes" role="group" aria-label={t('takes')}>
          {takes.map((take) => (
            <Pick key={take.take.number} take={take} onPick={() => onPick(part.index, take.take.number)} />
          ))}
        </div>
      )}
    </section>
  );
}

function Pick({ take, onPick }: { readonly take: CardTake; readonly onPick: () => void }) {
  const t = useT();
  const url = useAssetUrl(take.take.posterId);
  const name = takeName(t, take);
  return (
    <button
      type="button"
      className={`thumbnail video ${take.picked ? 'picked' : ''} ${take.fresh ? 'fresh' : ''}`}
      aria-label={name}
      aria-pressed={take.picked}
      title={name}
      onClick={onPick}
    >
      {url !== null && <img src={url} alt="" />}
      <span aria-hidden="true">
        {take.mark.starred ? '★' : ''}
        {take.take.number}
      </span>
    </button>
  );
}
