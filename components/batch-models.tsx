import type { ModelLengths, ModelOffer } from '../lib/domain/model-offer.ts';
import { creditWords } from './flow-words.ts';
import { useT, type Translate } from './words.tsx';
import './batch-models.css';

/** What a batch would come to with each model that is offered; a press has the film's new takes made with it. */
export function BatchModels({
  offers,
  onModel,
}: {
  readonly offers: readonly ModelOffer[];
  readonly onModel: (offer: ModelOffer) => void;
}) {
  const t = useT();
  if (offers.length === 0) return null;
  return (
    <details className="batch-models">
      <summary>{t('batch_models')}</summary>
      <p className="soft">{t('batch_modelsHint')}</p>
      <Models kind="image" offers={offers} onModel={onModel} />
      <Models kind="video" offers={offers} onModel={onModel} />
    </details>
  );
}

/** Says which scenes are longer or shorter than what their models were known to make. */
export function OddLengths({ lines }: { readonly lines: readonly ModelLengths[] }) {
  const t = useT();
  return lines
    .map((line) => oddWords(t, line))
    .filter((words) => words !== '')
    .map((words) => (
      <p key={words} className="note plain">
        {words}
      </p>
    ));
}

function Models({
  kind,
  offers,
  onModel,
}: {
  readonly kind: ModelOffer['kind'];
  readonly offers: readonly ModelOffer[];
  readonly onModel: (offer: ModelOffer) => void;
}) {
  const t = useT();
  const own = offers.filter((offer) => offer.kind === kind);
  if (own.length === 0) return null;
  return (
    <fieldset className="shapes after-images">
      <legend>{t(`choice_${kind}Model`)}</legend>
      {own.map((offer) => (
        <ModelLine key={offer.model ?? ''} offer={offer} onModel={onModel} />
      ))}
    </fieldset>
  );
}

function ModelLine({
  offer,
  onModel,
}: {
  readonly offer: ModelOffer;
  readonly onModel: (offer: ModelOffer) => void;
}) {
  const t = useT();
  const odd = oddWords(t, offer);
  return (
    <label>
      <input
        type="radio"
        name={`model ${offer.kind}`}
        checked={offer.isChosen}
        onChange={() => onModel(offer)}
      />
      <span>
        {offer.model ?? t('choice_own')}
        <small>{costWords(t, offer)}</small>
        {odd !== '' && <small>{odd}</small>}
      </span>
    </label>
  );
}

/** `5 × 2 × 20 = 200 credits`: scenes, takes of each where there are more, price. */
function costWords(t: Translate, { orders, outputs, price }: ModelOffer): string {
  if (price === null) return t('batch_modelUntold');
  if (price === 0) return creditWords(t, 0);
  const parts = [orders, ...(outputs === 1 ? [] : [outputs]), price];
  return `${parts.join(' × ')} = ${creditWords(t, orders * outputs * price)}`;
}

function oddWords(t: Translate, { lengths, oddLengths }: ModelLengths): string {
  if (oddLengths.length === 0) return '';
  const scenes = oddLengths.map((index) => t('scene', String(index))).join(', ');
  return t('batch_oddLengths', t('seconds', lengths.join(', ')), scenes);
}
