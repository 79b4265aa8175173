import type { PanelActions, PanelData } from './panel-props.ts';
import { faultWords } from './fault-words.ts';
import { useT } from './words.tsx';

/** What stands once, above all cards: another version, a hold, the developer switch. */
export function Banners({ data, actions }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const t = useT();
  return (
    <>
      {data.otherVersion && (
        <div className="banner wait row">
          <span className="grow">{t('otherVersion')}</span>
          <button type="button" className="button main" onClick={actions.reload}>
            {t('reload')}
          </button>
        </div>
      )}
      {data.holds.map((hold) => (
        <div key={`${hold.provider} ${hold.model}`} className="banner wait row">
          <span className="grow">
            <strong>{t('hold')}</strong> {faultWords(t, hold.fault)}
          </span>
          <button type="button" className="button" onClick={() => actions.liftHold(hold)}>
            {t('tryNow')}
          </button>
        </div>
      ))}
      {data.planOn && <div className="banner plain">{t('planOn')}</div>}
    </>
  );
}

/** The last thing that happened and can be taken back, or went wrong; told politely to who cannot see it. */
export function Toast({ data, actions }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const t = useT();
  const { message, undo } = data;
  const words =
    message !== null ? t(message.key, ...message.values) : undo !== null ? t(`edit_${undo.name}`) : '';
  return (
    <div className={`toast ${words === '' ? 'gone' : (message?.tone ?? 'plain')}`}>
      <span className="grow" role="status" aria-live="polite">
        {words}
      </span>
      {undo !== null && message?.tone !== 'bad' && (
        <button type="button" className="button" onClick={() => actions.undo(undo.editId)}>
          {t('undo')}
        </button>
      )}
      {words !== '' && (
        <button
          type="button"
          className="button quiet icon"
          aria-label={t('close')}
          onClick={actions.closeMessage}
        >
          ×
        </button>
      )}
    </div>
  );
}
