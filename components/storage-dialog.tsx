import './storage.css';
import { useState } from 'react';
import type { ProjectUse, StorageUse } from '../lib/domain/storage-use.ts';
import { Dialog } from './dialog.tsx';
import type { PanelActions, PanelData, StorageShown } from './panel-props.ts';
import { sizeWords } from './size-words.ts';
import { useT } from './words.tsx';

/** What is stored, what each project could give, and the bin. Nothing goes but by a press. */
export function StorageDialog({
  data,
  actions,
  onClose,
}: {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const shown = data.useStorage();
  return (
    <Dialog title={t('storage')} className="storage" onClose={onClose}>
      {shown === null ? (
        <p className="soft">{t('storage_reading')}</p>
      ) : (
        <>
          <Meter shown={shown} />
          <section aria-label={t('storage_projects')}>
            <h3>{t('storage_projects')}</h3>
            <ul className="uses">
              {shown.use.projects.map((use) => (
                <ProjectRow key={use.projectId} use={use} onFree={() => actions.binUnused(use.projectId)} />
              ))}
            </ul>
          </section>
          <Bin bin={shown.use.bin} onEmpty={actions.emptyBin} />
        </>
      )}
      <section className="row check">
        <p className="grow soft">{t('storage_checkHint')}</p>
        <button type="button" className="button" onClick={actions.checkStore}>
          {t('storage_check')}
        </button>
      </section>
    </Dialog>
  );
}

function Meter({ shown: { use, disk } }: { readonly shown: StorageShown }) {
  const t = useT();
  const words = t('storage_used', sizeWords(t, use.bytes));
  return (
    <section>
      <p>
        <strong>{words}</strong>
      </p>
      {disk !== null && (
        <>
          <meter
            aria-label={t('storage')}
            max={disk.quotaBytes}
            high={disk.quotaBytes * 0.9}
            value={disk.usedBytes}
          />
          <p className="soft">
            {t('storage_disk', sizeWords(t, disk.usedBytes), sizeWords(t, disk.quotaBytes))}
          </p>
        </>
      )}
    </section>
  );
}

function ProjectRow({ use, onFree }: { readonly use: ProjectUse; readonly onFree: () => void }) {
  const t = useT();
  const { takes, bytes } = use.unused;
  return (
    <li className="row">
      <span className="grow">
        <b>{use.name}</b> <span className="soft">{sizeWords(t, use.bytes)}</span>
        <br />
        <span className="soft">
          {takes === 0 ? t('storage_allUsed') : t('storage_unused', takes, sizeWords(t, bytes))}
        </span>
      </span>
      {takes > 0 && (
        <button type="button" className="button" aria-label={t('storage_freeOf', use.name)} onClick={onFree}>
          {t('storage_free')}
        </button>
      )}
    </li>
  );
}

function Bin({
  bin,
  onEmpty,
}: {
  readonly bin: StorageUse['bin'];
  readonly onEmpty: PanelActions['emptyBin'];
}) {
  const t = useT();
  const [ordersOut, setOrdersOut] = useState(0);
  const counts = (['projects', 'scenes', 'takes', 'pictures'] as const)
    .filter((what) => bin[what] > 0)
    .map((what) => t(`storage_count_${what}`, bin[what]));
  return (
    <section aria-label={t('storage_bin')}>
      <h3>{t('storage_bin')}</h3>
      {counts.length === 0 ? (
        <p className="soft">{t('storage_binEmpty')}</p>
      ) : (
        <div className="row">
          <p className="grow">
            {t('storage_binHolds', counts.join(', '))}{' '}
            {bin.bytes > 0 && t('storage_binGives', sizeWords(t, bin.bytes))} {t('storage_forGood')}
          </p>
          {ordersOut === 0 && (
            <button type="button" className="button" onClick={() => void onEmpty('ask').then(setOrdersOut)}>
              {t('storage_empty')}
            </button>
          )}
        </div>
      )}
      {ordersOut > 0 && (
        <OrdersOutAsk
          count={ordersOut}
          onAnswer={(answer) => {
            setOrdersOut(0);
            void onEmpty(answer);
          }}
        />
      )}
    </section>
  );
}

function OrdersOutAsk({
  count,
  onAnswer,
}: {
  readonly count: number;
  readonly onAnswer: (answer: 'keep' | 'discard') => void;
}) {
  const t = useT();
  return (
    <div className="banner wait" role="alert">
      <p>
        <strong>{t('fault_OrdersOut', String(count))}</strong> {t('storage_discardHint')}
      </p>
      <div className="buttons">
        <button type="button" className="button main" onClick={() => onAnswer('keep')}>
          {t('storage_keep')}
        </button>
        <button type="button" className="button" onClick={() => onAnswer('discard')}>
          {t('storage_discard')}
        </button>
      </div>
    </div>
  );
}
