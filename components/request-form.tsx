import { useId, type ReactNode } from 'react';
import { ASPECTS } from '../lib/domain/project.ts';
import {
  languageName,
  plannedLength,
  REQUEST_LIMITS,
  REQUEST_TONES,
  VOICE_LANGUAGES,
  type RequestFields,
} from '../lib/domain/script-request.ts';
import type { Language } from '../lib/domain/settings.ts';
import { useT } from './words.tsx';

const UNITS = ['seconds', 'scenes'] as const;

/** Asks what a film is about, for whom, and how long it is. */
export function RequestForm({
  fields,
  language,
  onChange,
}: {
  readonly fields: RequestFields;
  readonly language: Language;
  readonly onChange: (fields: RequestFields) => void;
}) {
  const t = useT();
  const set = (change: Partial<RequestFields>): void => onChange({ ...fields, ...change });
  return (
    <div className="request-form">
      <Field name={t('ask_topic')} wide>
        {(id) => (
          <input
            id={id}
            value={fields.topic}
            maxLength={200}
            autoFocus
            placeholder={t('ask_topicHint')}
            onChange={(event) => set({ topic: event.target.value })}
          />
        )}
      </Field>
      <Field name={t('ask_points')} wide>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            value={fields.points}
            maxLength={4000}
            placeholder={t('ask_pointsHint')}
            onChange={(event) => set({ points: event.target.value })}
          />
        )}
      </Field>
      <Field name={t('ask_audience')} wide>
        {(id) => (
          <input
            id={id}
            value={fields.audience}
            maxLength={200}
            placeholder={t('ask_audienceHint')}
            onChange={(event) => set({ audience: event.target.value })}
          />
        )}
      </Field>
      <Choice
        name={t('ask_tone')}
        value={fields.tone}
        of={REQUEST_TONES}
        words={(tone) => t(`tone_as_${tone}`)}
        onChange={(tone) => set({ tone })}
      />
      <Choice
        name={t('ask_voice')}
        value={fields.voice}
        of={VOICE_LANGUAGES}
        words={(voice) => languageName(voice, language)}
        onChange={(voice) => set({ voice })}
      />
      <Choice
        wide
        name={t('ask_place')}
        value={fields.aspect}
        of={ASPECTS}
        words={(aspect) => `${t(`aspectFor_${aspect.replace(':', 'x')}`)} ${aspect}`}
        onChange={(aspect) => set({ aspect })}
      />
      <Length length={fields.length} onChange={(length) => set({ length })} />
      <p className="soft wide">{plannedWords(fields, t)}</p>
    </div>
  );
}

function plannedWords(fields: RequestFields, t: ReturnType<typeof useT>): string {
  const { scenes, seconds } = plannedLength(fields);
  return t('ask_planned', scenes, String(seconds));
}

function Length({
  length: { unit, amount },
  onChange,
}: {
  readonly length: RequestFields['length'];
  readonly onChange: (length: RequestFields['length']) => void;
}) {
  const t = useT();
  const { least, most } = REQUEST_LIMITS[unit];
  return (
    <>
      <Field name={t('ask_length')}>
        {(id) => (
          <input
            id={id}
            type="number"
            min={least}
            max={most}
            value={Number.isNaN(amount) ? '' : amount}
            onChange={(event) => onChange({ unit, amount: event.target.valueAsNumber })}
          />
        )}
      </Field>
      <Choice
        name={t('ask_unit')}
        value={unit}
        of={UNITS}
        words={(each) => t(`ask_unit_${each}`)}
        onChange={(each) => onChange({ unit: each, amount: each === 'scenes' ? 6 : 40 })}
      />
    </>
  );
}

function Choice<T extends string>({
  name,
  wide = false,
  value,
  of,
  words,
  onChange,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly value: T;
  readonly of: readonly T[];
  readonly words: (value: T) => string;
  readonly onChange: (value: T) => void;
}) {
  return (
    <Field name={name} wide={wide}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = of.find((each) => each === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {of.map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Field({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className={wide ? 'wide' : ''}>
      <span>{name}</span>
      {children(id)}
    </label>
  );
}
