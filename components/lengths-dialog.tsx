import { useState } from 'react';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Project } from '../lib/domain/project.ts';
import { isSceneLength, LENGTH_LIMITS_S } from '../lib/domain/scene.ts';
import { Dialog } from './dialog.tsx';
import { useT } from './words.tsx';

/** Gives the chosen scenes one length, and says where the film has one for all of them, and where that is changed. */
export function LengthsDialog({
  project,
  chosen,
  onUse,
  onMaker,
  onClose,
}: {
  readonly project: Project;
  readonly chosen: readonly ScenePlace[];
  readonly onUse: (lengthS: number) => void;
  /** Goes to where the service and the model are chosen. */
  readonly onMaker: () => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lengths = chosen.map(({ lengthS }) => lengthS);
  const [typed, setTyped] = useState(() => String(lengths[0] ?? ''));
  const lengthS = typed === '' ? Number.NaN : Number(typed);
  const { least, most } = LENGTH_LIMITS_S;
  const hasModels = (capabilitiesOf(project.provider)?.clipLengths.length ?? 0) > 0;
  const isOverruled = hasModels && project.clipLengthS !== null;
  return (
    <Dialog title={t('chosenLength', chosen.length)} className="lengths" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSceneLength(lengthS)) return;
          onUse(lengthS);
          onClose();
        }}
      >
        <label>
          <span>{t('field_lengthS')}</span>
          <input
            data-first
            type="number"
            min={least}
            max={most}
            step={0.5}
            required
            value={typed}
            aria-invalid={!isSceneLength(lengthS)}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <p className="soft">
          {t('lengthsNow', rangeOf(lengths))} {t('lengthLimits', String(least), String(most))}
        </p>
        {isOverruled && <p className="note plain">{t('lengthsOverruled', String(project.clipLengthS))}</p>}
        <div className="row end wrap">
          {isOverruled && (
            <button type="button" className="button quiet" onClick={onMaker}>
              {t('maker')}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main" disabled={!isSceneLength(lengthS)}>
            {t('lengthsUse')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function rangeOf(lengths: readonly number[]): string {
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least === most ? String(least) : `${least}–${most}`;
}
