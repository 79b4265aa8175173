import type { Card, CardTake } from '../lib/domain/card.ts';
import { factsOf } from '../lib/domain/fault.ts';
import { faultOf } from '../lib/domain/status.ts';
import { faultWords } from './fault-words.ts';
import { useT } from './words.tsx';

/** What there is to say about a scene: its fault and what helps, a last try that failed, inputs that have changed. */
export function CardNotes({ card, shown }: { readonly card: Card; readonly shown: CardTake | null }) {
  const t = useT();
  const fault = faultOf(card.status);
  const facts = fault === null ? null : factsOf(fault);
  return (
    <>
      {fault !== null && facts !== null && (
        <p className="note bad">
          <strong>{faultWords(t, fault)}</strong>{' '}
          {facts.charged === 'no' ? t('notCharged') : t('maybeCharged')}{' '}
          {t(card.inputsChanged ? 'faultHelp_changed' : `faultHelp_${facts.helps.replace('-', '_')}`)}
        </p>
      )}
      {card.status.lastTryFailed && <p className="note plain">{t('lastTryFailed')}</p>}
      {shown !== null && shown.stale.length > 0 && (
        <p className="note plain">
          {t('staleNote', shown.stale.map((input) => t(`stale_${input}`)).join(', '))}
        </p>
      )}
    </>
  );
}
