import { useEffect, useId, useRef, useState } from 'react';
import { linesFor, type PromptLines } from '../lib/domain/prompt-lines.ts';
import {
  isSceneLength,
  LENGTH_LIMITS_S,
  TEXT_LIMIT,
  TITLE_LIMIT,
  type Scene,
  type SceneText,
  type TextField,
} from '../lib/domain/scene.ts';
import { isTooLong, speakingTimeS } from '../lib/domain/speaking-time.ts';
import type { EditorField } from './card-view.ts';
import type { Draft } from './drafts.ts';
import { useT } from './words.tsx';

const FIELDS: readonly (readonly [TextField, number])[] = [
  ['title', 1],
  ['description', 2],
  ['voiceOver', 2],
  ['imagePrompt', 3],
  ['videoPrompt', 3],
];

/** Where the cursor stands, in a text as it is shown. */
export interface Caret {
  readonly field: TextField;
  readonly text: string;
  readonly at: number;
}

/** Writes what the user says of a scene, in place. What is typed is a draft until it is stored. */
export function SceneEditor({
  scene,
  draft,
  lines,
  first,
  onChange,
  onLeave,
  onCaret,
  onClose,
}: {
  readonly scene: Scene;
  readonly draft: Draft | undefined;
  /** What the film adds to prompts. */
  readonly lines: PromptLines;
  /** The field that takes the focus. */
  readonly first: EditorField;
  readonly onChange: (text: Draft) => void;
  readonly onLeave: () => void;
  /** Tells where the cursor stands. */
  readonly onCaret: (caret: Caret) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`);
    field?.focus();
    // People add to a text more often than they begin it anew.
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  }, [first]);
  const text: SceneText = { ...scene, ...draft };
  return (
    <div
      ref={form}
      className="editor"
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
        event.preventDefault();
        onClose();
      }}
    >
      {FIELDS.map(([field, rows]) => (
        <div key={field}>
          <label htmlFor={`${id}${field}`}>
            <span>{t(`field_${field}`)}</span>
            <textarea
              id={`${id}${field}`}
              data-field={field}
              rows={rows}
              maxLength={field === 'title' ? TITLE_LIMIT : TEXT_LIMIT}
              value={text[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
              onSelect={({ currentTarget: { value, selectionStart } }) =>
                onCaret({ field, text: value, at: selectionStart })
              }
            />
          </label>
          {field === 'voiceOver' && <SpeakingMeter {...text} />}
          {(field === 'imagePrompt' || field === 'videoPrompt') && (
            <AddedLines lines={linesFor(lines, text)} />
          )}
          {text[field].length >= (field === 'title' ? TITLE_LIMIT : TEXT_LIMIT) && (
            <p className="soft too-long">{t('textFull', text[field].length)}</p>
          )}
        </div>
      ))}
      <div className="row editor-end">
        <LengthField lengthS={text.lengthS} onChange={(lengthS) => onChange({ lengthS })} />
        <span className="soft grow">{draft === undefined ? t('saved') : t('saving')}</span>
        <button type="button" className="button" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </div>
  );
}

/** What goes behind a prompt when it is sent. */
function AddedLines({ lines }: { readonly lines: readonly string[] }) {
  const t = useT();
  return lines.map((line) => (
    <p key={line} className="soft added-line">
      {t('promptAdded', line)}
    </p>
  ));
}

/** Takes a length while it is one; another is refused in place, and leaving the field brings back what is stored. */
function LengthField({
  lengthS,
  onChange,
}: {
  readonly lengthS: number;
  readonly onChange: (lengthS: number) => void;
}) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isRefused = typed !== null && !isSceneLength(Number(typed === '' ? Number.NaN : typed));
  const { least, most } = LENGTH_LIMITS_S;
  return (
    <label htmlFor={id}>
      <span>{t('field_lengthS')}</span>
      <input
        id={id}
        data-field="lengthS"
        type="number"
        min={least}
        max={most}
        step={0.5}
        value={typed ?? String(lengthS)}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}why` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isSceneLength(target.valueAsNumber)) onChange(target.valueAsNumber);
        }}
        onBlur={() => setTyped(null)}
      />
      {isRefused && (
        <span id={`${id}why`} className="refused-length">
          {t('lengthLimits', String(least), String(most))}
        </span>
      )}
    </label>
  );
}

/** How much of the scene's length it takes to say its voice-over. */
function SpeakingMeter({ voiceOver, lengthS }: Pick<SceneText, 'voiceOver' | 'lengthS'>) {
  const t = useT();
  const id = useId();
  const needs = speakingTimeS(voiceOver);
  if (voiceOver.trim() === '') return null;
  const isOver = isTooLong(voiceOver, lengthS);
  return (
    <div className={isOver ? 'speaking over' : 'speaking'}>
      <meter aria-labelledby={id} min={0} max={lengthS * 1.25} high={lengthS} optimum={0} value={needs} />
      <span id={id}>{t(isOver ? 'speaksTooLong' : 'speaks', String(Math.ceil(needs)), String(lengthS))}</span>
    </div>
  );
}
