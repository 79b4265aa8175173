import { useId } from 'react';
import type { Capabilities } from '../lib/domain/capabilities.ts';
import { MOST_OUTPUTS, type Choices } from '../lib/domain/choices.ts';
import type { SeenOffers } from '../lib/domain/flow-page.ts';
import { MOST_PENDING, type FlowSettings } from '../lib/domain/settings.ts';
import { useT } from './words.tsx';

/** What is set for a film on Flow, and for all orders that are out there. */
export type FlowChosen = Choices & FlowSettings;

type Models = Pick<Choices, 'imageModel' | 'videoModel'>;
type Option = readonly [value: string, words: string];

/**
 * Chooses what Flow makes a film's takes with. Models and lengths are those that its page was last seen to offer, else
 * those that are known; what was chosen stays in the list even where Flow has it no more: it is never swapped (L19).
 */
export function FlowChoices({
  chosen,
  has,
  offers,
  onChange,
}: {
  readonly chosen: FlowChosen;
  readonly has: Capabilities;
  readonly offers: SeenOffers;
  readonly onChange: (change: Partial<FlowChosen>) => void;
}) {
  const t = useT();
  const { clipLengthS, outputs, mostPending, mayUpload } = chosen;
  const seenLengths = offers.video?.lengths ?? [];
  const lengths = withChosen(seenLengths.length > 0 ? seenLengths : has.clipLengths, clipLengthS);
  return (
    <fieldset className="choices">
      <legend>{t('choices')}</legend>
      <ModelChoices chosen={chosen} has={has} offers={offers} onChange={onChange} />
      <Choice
        label={t('choice_length')}
        value={String(clipLengthS ?? '')}
        options={[
          ['', t('choice_ownLength')],
          ...lengths.map((length): Option => [String(length), t('seconds', String(length))]),
        ]}
        onChoose={(value) => onChange({ clipLengthS: value === '' ? null : Number(value) })}
      />
      <Choice
        label={t('choice_outputs')}
        value={String(outputs)}
        options={upTo(MOST_OUTPUTS)}
        onChoose={(value) => onChange({ outputs: Number(value) })}
      />
      <Choice
        label={t('choice_pending')}
        value={String(mostPending)}
        options={upTo(MOST_PENDING)}
        onChoose={(value) => onChange({ mostPending: Number(value) })}
      />
      <p className="soft">{t('choices_hint')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={mayUpload}
          onChange={({ target }) => onChange({ mayUpload: target.checked })}
        />
        <span>
          {t('choice_uploads')}
          <small>{t('choice_uploadsHint')}</small>
        </span>
      </label>
    </fieldset>
  );
}

/** Chooses the models of both kinds; the first choice leaves the one that is set on the page. */
export function ModelChoices({
  chosen: { imageModel, videoModel },
  has,
  offers,
  onChange,
}: {
  readonly chosen: Models;
  readonly has: Capabilities;
  readonly offers: SeenOffers;
  readonly onChange: (change: Partial<Models>) => void;
}) {
  const t = useT();
  const own: Option = ['', t('choice_own')];
  return (
    <>
      <Choice
        label={t('choice_imageModel')}
        value={imageModel ?? ''}
        options={[own, ...modelOptions(offers.image?.models ?? has.models.image, imageModel)]}
        onChoose={(value) => onChange({ imageModel: value === '' ? null : value })}
      />
      <Choice
        label={t('choice_videoModel')}
        value={videoModel ?? ''}
        options={[own, ...modelOptions(offers.video?.models ?? has.models.video, videoModel)]}
        onChoose={(value) => onChange({ videoModel: value === '' ? null : value })}
      />
    </>
  );
}

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function modelOptions(models: readonly string[], chosen: string | null): readonly Option[] {
  return withChosen(models, chosen).map((model) => [model, model]);
}

function withChosen<T>(offered: readonly T[], chosen: T | null): readonly T[] {
  return chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
}

function upTo(most: number): readonly Option[] {
  return Array.from({ length: most }, (_, at) => [String(at + 1), String(at + 1)]);
}
