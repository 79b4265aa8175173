import { X } from 'lucide-react';
import { faultWords } from './fault-words.ts';
import type { PictureData } from './panel-props.ts';
import { useT } from './words.tsx';

/** How far the pictures are that are being added, and which files were not, each with why. */
export function PictureReport({
  pictures,
  onShow,
  onClose,
}: {
  readonly pictures: PictureData;
  /** Shows the files one by one elsewhere; where it is given, one line tells of several here. */
  readonly onShow?: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { progress, refused } = pictures;
  // One file is told whole; several would cover the cards.
  const isShort = onShow !== undefined && refused.length > 1;
  return (
    <>
      {progress !== null && (
        <div className="picture-progress">
          <progress aria-label={t('picturesAdding')} max={progress.total} value={progress.done} />
          <span className="soft">
            {t('picturesAdding')} · {t('picturesDone', progress.done, progress.total)}
          </span>
        </div>
      )}
      {refused.length > 0 && (
        <div className="refused-files" role="alert">
          <div className="row">
            <strong className="grow bad-text">{t('refused', refused.length)}</strong>
            {isShort && (
              <button type="button" className="button" onClick={onShow}>
                {t('show')}
              </button>
            )}
            <button type="button" className="button quiet icon" aria-label={t('close')} onClick={onClose}>
              <X size={14} aria-hidden="true" />
            </button>
          </div>
          {!isShort && <RefusedFiles refused={refused} />}
        </div>
      )}
    </>
  );
}

function RefusedFiles({ refused }: Pick<PictureData, 'refused'>) {
  const t = useT();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must scroll it too
    <ul tabIndex={0} aria-label={t('refused', refused.length)}>
      {refused.map(({ name, fault }, at) => (
        <li key={at}>
          <strong>{name}</strong> {faultWords(t, fault)}
        </li>
      ))}
    </ul>
  );
}
