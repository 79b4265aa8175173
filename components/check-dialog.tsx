import { Copy } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../lib/domain/fault.ts';
import type { Result } from '../lib/domain/result.ts';
import { Dialog } from './dialog.tsx';
import { faultWords } from './fault-words.ts';
import type { PanelActions } from './panel-props.ts';
import { useT } from './words.tsx';

/** The free self-check of the Flow page, as text that can be copied into a report. */
export function CheckDialog({
  actions: { checkFlow, copyText },
  onClose,
}: {
  readonly actions: Pick<PanelActions, 'checkFlow' | 'copyText'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [answer, setAnswer] = useState<Result<string, Fault> | null>(null);
  const [isCopied, setCopied] = useState(false);
  const check = useCallback(() => {
    setAnswer(null);
    setCopied(false);
    void checkFlow().then(setAnswer);
  }, [checkFlow]);
  useEffect(check, [check]);
  return (
    <Dialog title={t('checkFlow')} className="check-flow" onClose={onClose}>
      <p className="soft">{t('checkFlow_words')}</p>
      <div role="status">
        {answer === null && <p>{t('checkFlow_running')}</p>}
        {answer?.ok === false && <p className="note bad">{faultWords(t, answer.fault)}</p>}
      </div>
      {answer?.ok === true && (
        <textarea
          className="check-text"
          rows={12}
          readOnly
          value={answer.value}
          aria-label={t('checkFlow')}
        />
      )}
      <div className="row end">
        <span className="soft grow" role="status">
          {isCopied && t('copied')}
        </span>
        <button type="button" className="button" onClick={check}>
          {t('checkFlow_again')}
        </button>
        {answer?.ok === true && (
          <button
            type="button"
            className="button main"
            onClick={() => void copyText(answer.value).then(setCopied)}
          >
            <Copy size={14} aria-hidden="true" /> {t('copy')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
