import type { Operation } from '../lib/domain/ids.ts';
import type { OwnOrder } from '../lib/domain/own-order.ts';
import { Dialog } from './dialog.tsx';
import type { PanelData } from './panel-props.ts';
import { timeWords } from './time-words.ts';
import { useT } from './words.tsx';

/** The user's own orders on Flow that no scene has; one press gives one to the scene. */
export function AdoptDialog({
  useOwnOrders,
  onAdopt,
  onClose,
}: {
  readonly useOwnOrders: PanelData['useOwnOrders'];
  readonly onAdopt: (operation: Operation) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const orders = useOwnOrders();
  return (
    <Dialog title={t('adopt_title')} onClose={onClose}>
      <p className="soft">{t('adopt_words')}</p>
      {orders?.length === 0 && <p role="status">{t('adopt_none')}</p>}
      <ul className="own-orders">
        {(orders ?? []).map((order) => (
          <li key={order.operation}>
            <OwnOrderButton
              order={order}
              onPress={() => {
                onAdopt(order.operation);
                onClose();
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function OwnOrderButton({ order, onPress }: { readonly order: OwnOrder; readonly onPress: () => void }) {
  const t = useT();
  const { prompt, kind, at, state } = order;
  return (
    <button type="button" className="button own-order" onClick={onPress}>
      <span className="own-prompt">{prompt === '' ? t('adopt_noPrompt') : prompt}</span>
      <span className="soft">{[t(`kind_${kind}`), timeWords(at), t(`adopt_${state}`)].join(' · ')}</span>
    </button>
  );
}
