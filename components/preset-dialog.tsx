import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { EndCard } from '../lib/domain/end-card.ts';
import type { Preset } from '../lib/domain/preset.ts';
import { CAPTION_STYLES, type CaptionStyle, type Project } from '../lib/domain/project.ts';
import { RULE_LIMIT, type PromptRules } from '../lib/domain/prompt-rules.ts';
import { TEXT_LIMIT, TITLE_LIMIT } from '../lib/domain/scene.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions } from './panel-props.ts';
import { useT } from './words.tsx';

/** What every prompt of the film is to say and not to say, and its settings kept for new films. */
export function PresetDialog({
  project,
  presets,
  actions,
  onClose,
}: {
  readonly project: Project;
  readonly presets: readonly Preset[];
  readonly actions: Pick<PanelActions, 'setProject' | 'savePreset' | 'removePreset'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { mustWords, neverWords, endTitle, endLine } = project;
  const [rules, setRules] = useState<PromptRules>({ mustWords, neverWords });
  const [endCard, setEndCard] = useState<EndCard>({ endTitle, endLine });
  const [captionStyle, setCaptionStyle] = useState<CaptionStyle>(project.captionStyle);
  const [name, setName] = useState('');
  const isChanged =
    rules.mustWords !== mustWords ||
    rules.neverWords !== neverWords ||
    endCard.endTitle !== endTitle ||
    endCard.endLine !== endLine ||
    captionStyle !== project.captionStyle;
  return (
    <Dialog title={t('preset')} className="preset" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) actions.setProject({ rules, endCard, captionStyle });
          onClose();
        }}
      >
        {(['mustWords', 'neverWords'] as const).map((rule) => (
          <Field
            key={rule}
            label={t(`preset_${rule}`)}
            value={rules[rule]}
            limit={RULE_LIMIT}
            onChange={(value) => setRules({ ...rules, [rule]: value })}
          />
        ))}
        <p className="soft">{t('preset_rulesHint')}</p>
        {(['endTitle', 'endLine'] as const).map((part) => (
          <Field
            key={part}
            label={t(`preset_${part}`)}
            value={endCard[part]}
            limit={part === 'endTitle' ? TITLE_LIMIT : TEXT_LIMIT}
            onChange={(value) => setEndCard({ ...endCard, [part]: value })}
          />
        ))}
        <p className="soft">{t('preset_endHint')}</p>
        <fieldset className="shapes">
          <legend>{t('captionStyle')}</legend>
          {CAPTION_STYLES.map((style) => (
            <label key={style}>
              <input
                type="radio"
                name="captionStyle"
                checked={style === captionStyle}
                onChange={() => setCaptionStyle(style)}
              />
              <span>{t(`captionStyle_${style}`)}</span>
            </label>
          ))}
        </fieldset>
        <p className="soft">{t('captionStyleHint')}</p>
        <div className="row end">
          <button type="submit" className="button main" disabled={!isChanged}>
            {t('save')}
          </button>
        </div>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          actions.savePreset(name.trim());
          setName('');
        }}
      >
        <label>
          <span>{t('preset_name')}</span>
          <span className="row">
            <input
              className="grow"
              aria-label={t('preset_name')}
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
            />
            <button type="submit" className="button" disabled={name.trim() === '' || isChanged}>
              {t('preset_keep')}
            </button>
          </span>
        </label>
        <p className="soft">{t('preset_hint')}</p>
      </form>
      {presets.length > 0 && (
        <ul aria-label={t('presets')}>
          {presets.map((preset) => (
            <li key={preset.name} className="row">
              <span className="grow cut">{preset.name}</span>
              <button
                type="button"
                className="button quiet icon"
                aria-label={t('preset_remove', preset.name)}
                title={t('preset_remove', preset.name)}
                onClick={() => actions.removePreset(preset.name)}
              >
                <Trash2 size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Field({
  label,
  value,
  limit,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <input id={id} value={value} maxLength={limit} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
