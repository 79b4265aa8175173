import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { scriptRequest, usualRequest, type RequestFields } from '../lib/domain/script-request.ts';
import type { Aspect } from '../lib/domain/project.ts';
import type { Language } from '../lib/domain/settings.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions } from './panel-props.ts';
import { RequestForm } from './request-form.tsx';
import { ScriptOffer } from './script-offer.tsx';
import { useReadScript } from './script-preview.tsx';
import { useT } from './words.tsx';

/** What was typed into the dialog; it stays while the dialog is closed. */
export interface AskDraft {
  readonly fields: RequestFields;
  readonly answer: string;
}

/** Writes a request for any chat model and takes its answer in. */
export function AskDialog({
  draft,
  language,
  aspect,
  hasScenes,
  actions,
  onChange,
  onClose,
}: {
  /** Null where nothing has been typed yet. */
  readonly draft: AskDraft | null;
  readonly language: Language;
  /** The film's format; null where the script makes a new film. */
  readonly aspect: Aspect | null;
  readonly hasScenes: boolean;
  readonly actions: PanelActions;
  readonly onChange: (draft: AskDraft) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { fields, answer } = draft ?? { fields: usualRequest(language, aspect ?? '9:16'), answer: '' };
  const source = useReadScript(answer, actions.readScript);
  const hasTopic = fields.topic.trim() !== '';
  return (
    <Dialog title={t('ask')} className="ask" onClose={onClose}>
      <p className="soft">{t('ask_words')}</p>
      <RequestForm
        fields={fields}
        language={language}
        onChange={(changed) => onChange({ fields: changed, answer })}
      />
      {hasTopic && (
        <Request
          text={scriptRequest(fields, language, t)}
          isNext={answer === ''}
          copyText={actions.copyText}
        />
      )}
      <Answer answer={answer} onChange={(pasted) => onChange({ fields, answer: pasted })} />
      <ScriptOffer
        source={source}
        aspect={aspect}
        hasScenes={hasScenes}
        closeLabel={t('close')}
        onImport={(preview) => {
          actions.importScript(preview, fields.topic);
          onChange({ fields, answer: '' });
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

function Request({
  text,
  isNext,
  copyText,
}: {
  readonly text: string;
  /** Whether copying it is what comes next. */
  readonly isNext: boolean;
  readonly copyText: PanelActions['copyText'];
}) {
  const t = useT();
  const id = useId();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) setCopied(text);
  };
  return (
    <section className="request">
      <label htmlFor={id}>
        <span>{t('ask_request')}</span>
        <textarea id={id} rows={5} readOnly value={text} />
      </label>
      <p className="row">
        <button type="button" className={isNext ? 'button main' : 'button'} onClick={() => void copy()}>
          <Copy size={14} aria-hidden="true" />
          {t('copy')}
        </button>
        <span className="soft" role="status">
          {copied === text && t('copied')}
        </span>
      </p>
    </section>
  );
}

function Answer({
  answer,
  onChange,
}: {
  readonly answer: string;
  readonly onChange: (answer: string) => void;
}) {
  const t = useT();
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{t('ask_answer')}</span>
      <textarea
        id={id}
        rows={3}
        value={answer}
        placeholder={t('ask_answerHint')}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
