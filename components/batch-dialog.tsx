import type { Batch, BatchOrder } from '../lib/domain/batch.ts';
import { linesOf } from '../lib/domain/batch-lines.ts';
import { fittingScenes, sumOf } from '../lib/domain/batch-sum.ts';
import { factsOf } from '../lib/domain/fault.ts';
import { groupFaults } from '../lib/domain/fault-groups.ts';
import type { SeenOffers } from '../lib/domain/flow-page.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { modelOffers, type ModelOffer } from '../lib/domain/model-offer.ts';
import { AFTER_IMAGES, type AfterImages } from '../lib/domain/project.ts';
import type { Kind } from '../lib/domain/scene.ts';
import { BatchLineWords } from './batch-line-words.tsx';
import { BatchModels, OddLengths } from './batch-models.tsx';
import { Dialog } from './dialog.tsx';
import { faultWords } from './fault-words.ts';
import { creditWords } from './flow-words.ts';
import type { PanelActions } from './panel-props.ts';
import { spanWords } from './span-words.ts';
import { useT, type Translate } from './words.tsx';

/** What a batch is started with: its kind, and the scenes that the sheet listed. */
export type StartBatch = (kind: Kind | 'failed', scenes: readonly SceneIndex[]) => void;

/** Lists what a batch that costs would start, and what not and why. Nothing starts before Start (L9). */
export function BatchDialog({
  order,
  useBatch,
  useOffers,
  onStart,
  onSet,
  onChoose,
  onClose,
}: {
  readonly order: BatchOrder;
  /** What it would start now; null until it is read. A hook. */
  readonly useBatch: (order: BatchOrder) => Batch | null;
  /** What the service was last seen to offer. A hook. */
  readonly useOffers: () => SeenOffers;
  readonly onStart: StartBatch;
  /** Sets what the film's orders are made with, and what is done once missing images are there. */
  readonly onSet: PanelActions['setProject'];
  /** Goes to where it is chosen what takes are made with; `isOwn` where scenes in it have their own. */
  readonly onChoose: (isOwn: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const batch = useBatch(order);
  const seen = useOffers();
  const offers =
    batch === null ? [] : (['image', 'video'] as const).flatMap((kind) => modelOffers(batch, kind, seen));
  const start: StartBatch = (kind, scenes) => {
    onStart(kind, scenes);
    onClose();
  };
  return (
    <Dialog title={titleOf(t, order)} className="batch" onClose={onClose}>
      {batch === null ? (
        <p className="soft">{t('batch_reading')}</p>
      ) : (
        <>
          {batch.afterImages !== null && (
            <After chosen={batch.afterImages} onChange={(afterImages) => onSet({ afterImages })} />
          )}
          <Sum batch={batch} onChoose={() => onChoose(batch.items.some(({ isOwn }) => isOwn))} />
          <BatchModels offers={offers} onModel={(offer) => onSet({ choices: choiceOf(offer) })} />
          {order.type === 'failed' && <NeedsPrompt batch={batch} />}
          <Refused batch={batch} />
        </>
      )}
      <Buttons order={order} batch={batch} onStart={start} onClose={onClose} />
    </Dialog>
  );
}

/** A choice of scenes is named by how many they are, the whole film by its step. */
function titleOf(t: Translate, order: BatchOrder): string {
  const what = order.type === 'failed' ? 'failed' : order.kind;
  if (order.scenes !== undefined) return t(`batch_of_${what}`, order.scenes.length);
  if (what === 'failed') return t('step_retryFailed');
  return t(what === 'video' ? 'step_generateAllVideos' : 'step_generateAllImages');
}

function choiceOf({ kind, model }: ModelOffer) {
  return kind === 'image' ? { imageModel: model } : { videoModel: model };
}

/** Images are looked at before videos are paid for, or not: asked where it makes a difference. */
function After({
  chosen,
  onChange,
}: {
  readonly chosen: AfterImages;
  readonly onChange: (afterImages: AfterImages) => void;
}) {
  const t = useT();
  return (
    <fieldset className="shapes after-images">
      <legend>{t('afterImages')}</legend>
      {AFTER_IMAGES.map((each) => (
        <label key={each}>
          <input type="radio" name="afterImages" checked={each === chosen} onChange={() => onChange(each)} />
          <span>
            {t(`afterImages_${each}`)}
            <small>{t(`afterImagesHint_${each}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Of what failed, how many would be refused again as they are. */
function NeedsPrompt({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const scenes = batch.items.filter(({ fault }) => {
    const helps = fault === null ? null : factsOf(fault).helps;
    return helps === 'prompt' || helps === 'picture';
  });
  return scenes.length === 0 ? null : <p>{t('batch_needPrompt', scenes.length)}</p>;
}

function Sum({ batch, onChoose }: { readonly batch: Batch; readonly onChoose: () => void }) {
  const t = useT();
  const { images, videos, again, presses, cost, isTooDear, timeMs } = sumOf(batch);
  const lines = linesOf(batch);
  if (images + videos === 0) return <p>{t('batch_nothing')}</p>;
  return (
    <>
      <ul className="batch-sum">
        {lines.map((line) => (
          <BatchLineWords key={JSON.stringify(line)} line={line} isOther={line.provider !== batch.provider} />
        ))}
      </ul>
      {again > 0 && <p className="soft">{t('batch_again', again)}</p>}
      <button type="button" className="button quiet batch-change" onClick={onChoose}>
        {t('batch_change')}
      </button>
      <OddLengths lines={lines} />
      <p>{costWords(t, cost)}</p>
      <p className="soft">
        {batch.left === null ? t('batch_leftUntold') : t('batch_left', t('flow_credits', batch.left))}
      </p>
      {isTooDear && <p className="note plain">{t('batch_tooDear')}</p>}
      {presses > 0 && <p className="soft">{t('batch_presses', presses)}</p>}
      {timeMs !== null && timeMs > 0 && <p className="soft">{t('batch_time', spanWords(t, timeMs))}</p>}
    </>
  );
}

function costWords(t: Translate, cost: number | null): string {
  if (cost === null) return t('batch_priceUntold');
  return cost === 0 ? t('batch_free') : t('batch_together', creditWords(t, cost));
}

function Refused({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const groups = groupFaults(batch.items);
  if (groups.length === 0) return null;
  return (
    <section aria-label={t('batch_cannot')}>
      <h3>{t('batch_cannot')}</h3>
      <ul className="batch-refused">
        {groups.map(({ fault, scenes }) => (
          <li key={JSON.stringify(fault)}>
            <b>{scenes.map((index) => t('scene', String(index))).join(', ')}</b> {faultWords(t, fault)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Buttons({
  order,
  batch,
  onStart,
  onClose,
}: {
  readonly order: BatchOrder;
  readonly batch: Batch | null;
  readonly onStart: StartBatch;
  readonly onClose: () => void;
}) {
  const t = useT();
  const all = batch === null ? null : sumOf(batch);
  const fitting = batch === null ? [] : fittingScenes(batch);
  const kind = order.type === 'failed' ? 'failed' : order.kind;
  return (
    <div className="row end wrap">
      <button type="button" className="button quiet" onClick={onClose}>
        {t('cancel')}
      </button>
      {all?.isTooDear === true && fitting.length > 0 && (
        <button type="button" className="button" onClick={() => onStart(kind, fitting)}>
          {t('batch_fits', fitting.length)}
        </button>
      )}
      <button
        type="button"
        className="button main"
        data-first
        disabled={all === null || all.scenes.length === 0}
        onClick={() => onStart(kind, all?.scenes ?? [])}
      >
        {t('batch_start')}
      </button>
    </div>
  );
}
