import { useId } from 'react';
import { LENGTH_LIMITS_S, TEXT_LIMIT, type Scene, type SceneText } from '../lib/domain/scene.ts';
import type { Draft } from './drafts.ts';
import { useT } from './words.tsx';

type TextField = 'title' | 'description' | 'voiceOver' | 'imagePrompt' | 'videoPrompt';

const FIELDS: readonly (readonly [TextField, number])[] = [
  ['title', 1],
  ['description', 2],
  ['voiceOver', 2],
  ['imagePrompt', 3],
  ['videoPrompt', 3],
];

/** Edits what the user says of a scene, in place. What is typed is a draft until it is stored. */
export function PromptEditor({
  scene,
  draft,
  onChange,
  onLeave,
  onClose,
}: {
  readonly scene: Scene;
  readonly draft: Draft | undefined;
  readonly onChange: (text: Draft) => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const text: SceneText = { ...scene, ...draft };
  return (
    <div className="editor" onBlur={onLeave}>
      {FIELDS.map(([field, rows]) => (
        <label key={field} htmlFor={`${id}${field}`}>
          <span>{t(`field_${field}`)}</span>
          <textarea
            id={`${id}${field}`}
            rows={rows}
            maxLength={field === 'title' ? 200 : TEXT_LIMIT}
            value={text[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </label>
      ))}
      <div className="row">
        <label className="grow" htmlFor={`${id}length`}>
          <span>{t('field_lengthS')}</span>
          <input
            id={`${id}length`}
            type="number"
            min={LENGTH_LIMITS_S.least}
            max={LENGTH_LIMITS_S.most}
            step={0.5}
            defaultValue={scene.lengthS}
            onChange={(event) => {
              const { valueAsNumber, validity } = event.target;
              if (validity.valid && Number.isFinite(valueAsNumber)) onChange({ lengthS: valueAsNumber });
            }}
          />
        </label>
        <span className="soft">{draft === undefined ? t('saved') : t('saving')}</span>
        <button type="button" className="button" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </div>
  );
}
