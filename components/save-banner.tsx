import { faultWords } from './fault-words.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** Stands once while takes cannot be saved as they are made, however many wait. */
export function SaveBanner({ data, actions }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const t = useT();
  if (data.saveFault === null || !data.saveTakes) return null;
  return (
    <div className="banner wait row">
      <span className="grow">
        <strong>{t('saveStopped')}</strong> {faultWords(t, data.saveFault)}
      </span>
      <button type="button" className="button" onClick={actions.trySaving}>
        {t('trySaving')}
      </button>
    </div>
  );
}
