import { useId, useState } from 'react';
import type { Project } from '../lib/domain/project.ts';
import { STYLE_LIMIT, type PromptLines } from '../lib/domain/prompt-lines.ts';
import { TEXT_LIMIT } from '../lib/domain/scene.ts';
import { Dialog } from './dialog.tsx';
import { useT } from './words.tsx';

/** Writes what is added to the prompts of a film: how everything looks, and how those look who are named. */
export function StyleDialog({
  project,
  onSave,
  onClose,
}: {
  readonly project: Project;
  readonly onSave: (lines: PromptLines) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const [styleLine, setStyleLine] = useState(project.styleLine);
  const [characters, setCharacters] = useState(project.characters);
  return (
    <Dialog title={t('style')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ styleLine: styleLine.trim(), characters: characters.trim() });
          onClose();
        }}
      >
        <p className="soft">{t('style_words')}</p>
        <label htmlFor={`${id}style`}>
          <span>{t('style_line')}</span>
          <textarea
            id={`${id}style`}
            rows={2}
            maxLength={STYLE_LIMIT}
            placeholder={t('style_lineHint')}
            data-first
            value={styleLine}
            onChange={(event) => setStyleLine(event.target.value)}
          />
        </label>
        <label htmlFor={`${id}characters`}>
          <span>{t('style_characters')}</span>
          <textarea
            id={`${id}characters`}
            rows={4}
            maxLength={TEXT_LIMIT}
            placeholder={t('style_charactersHint')}
            value={characters}
            onChange={(event) => setCharacters(event.target.value)}
          />
        </label>
        <div className="row end">
          <button type="button" className="button quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main">
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
