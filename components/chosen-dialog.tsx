import { useState } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Project } from '../lib/domain/project.ts';
import { STYLE_LIMIT } from '../lib/domain/prompt-lines.ts';
import { ChosenMaker } from './chosen-maker.tsx';
import { Dialog } from './dialog.tsx';
import { LengthsDialog } from './lengths-dialog.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** What can be changed of all chosen scenes at once. */
export type ChosenChange = 'length' | 'style' | 'maker';

/** Changes one thing of the chosen scenes. */
export function ChosenDialog({
  what,
  project,
  chosen,
  data,
  actions,
  onMaker,
  onClose,
}: {
  readonly what: ChosenChange;
  readonly project: Project;
  readonly chosen: readonly ScenePlace[];
  readonly data: Pick<PanelData, 'offers' | 'useFlowOffers'>;
  readonly actions: PanelActions;
  /** Goes to where the service and the model are chosen. */
  readonly onMaker: () => void;
  readonly onClose: () => void;
}) {
  const scenes = chosen.map(({ index }) => index);
  if (what === 'maker') return <ChosenMaker {...{ project, chosen, data, actions, onClose }} />;
  return what === 'length' ? (
    <LengthsDialog
      project={project}
      chosen={chosen}
      onUse={(lengthS) => actions.setLengths(scenes, lengthS)}
      onMaker={onMaker}
      onClose={onClose}
    />
  ) : (
    <ChosenStyle count={scenes.length} onUse={(style) => actions.addStyle(scenes, style)} onClose={onClose} />
  );
}

/** Adds words to the prompts of the chosen scenes, seen and changed there like any other. */
function ChosenStyle({
  count,
  onUse,
  onClose,
}: {
  readonly count: number;
  readonly onUse: (style: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const style = typed.trim();
  return (
    <Dialog title={t('chosenStyle', count)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (style === '') return;
          onUse(style);
          onClose();
        }}
      >
        <label>
          <span>{t('chosenStyleLine')}</span>
          <textarea
            data-first
            rows={3}
            maxLength={STYLE_LIMIT}
            placeholder={t('style_lineHint')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <p className="soft">{t('chosenStyleHint')}</p>
        <div className="row end wrap">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main" disabled={style === ''}>
            {t('chosenStyleUse')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
