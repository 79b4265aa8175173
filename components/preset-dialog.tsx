import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { Preset } from '../lib/domain/preset.ts';
import type { Project } from '../lib/domain/project.ts';
import { RULE_LIMIT, type PromptRules } from '../lib/domain/prompt-rules.ts';
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
  const { mustWords, neverWords } = project;
  const [rules, setRules] = useState<PromptRules>({ mustWords, neverWords });
  const [name, setName] = useState('');
  const isChanged = rules.mustWords !== mustWords || rules.neverWords !== neverWords;
  return (
    <Dialog title={t('preset')} className="preset" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) actions.setProject({ rules });
          onClose();
        }}
      >
        {(['mustWords', 'neverWords'] as const).map((rule) => (
          <RuleField
            key={rule}
            label={t(`preset_${rule}`)}
            value={rules[rule]}
            onChange={(value) => setRules({ ...rules, [rule]: value })}
          />
        ))}
        <p className="soft">{t('preset_rulesHint')}</p>
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

function RuleField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        value={value}
        maxLength={RULE_LIMIT}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
