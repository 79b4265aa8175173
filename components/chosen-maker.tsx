import { useEffect, useState } from 'react';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import { sameValue } from '../lib/domain/edit.ts';
import { filmFor, type MadeWith } from '../lib/domain/made-with.ts';
import type { Project } from '../lib/domain/project.ts';
import { Dialog } from './dialog.tsx';
import './flow-dialogs.css';
import { ModelChoices } from './flow-choices.tsx';
import { MakerMeaning } from './maker-meaning.tsx';
import { makerWords } from './maker-words.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** Chooses who makes the chosen scenes and with which models, or that they go with their film again. */
export function ChosenMaker({
  project,
  chosen,
  data: { offers, useFlowOffers },
  actions,
  onClose,
}: {
  readonly project: Project;
  readonly chosen: readonly ScenePlace[];
  readonly data: Pick<PanelData, 'offers' | 'useFlowOffers'>;
  readonly actions: Pick<PanelActions, 'setMaker' | 'readFlowOffers'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const first = chosen[0]?.madeWith ?? null;
  const isMixed = chosen.some(({ madeWith }) => !sameValue(madeWith, first));
  // Nothing stands chosen that is not what all of them have: one press would give it to all.
  const [picked, setPicked] = useState<{ readonly own: MadeWith | null } | null>(
    isMixed ? null : { own: first },
  );
  const own = picked?.own ?? null;
  const setOwn = (next: MadeWith | null): void => setPicked({ own: next });
  const has = own && capabilitiesOf(own.provider);
  const hasModels = has !== null && has.models.video.length > 0;
  const seen = useFlowOffers();
  const { readFlowOffers } = actions;
  useEffect(() => {
    if (hasModels) readFlowOffers();
  }, [hasModels, readFlowOffers]);
  const isNew = picked !== null && chosen.some(({ madeWith }) => !sameValue(madeWith, own));
  const use = (): void => {
    actions.setMaker(
      chosen.map(({ index }) => index),
      own,
    );
    onClose();
  };
  return (
    <Dialog title={t('chosenMaker', chosen.length)} className="maker" onClose={onClose}>
      {isMixed && <p className="soft">{t('chosenMakerDiffer')}</p>}
      <fieldset className="shapes makers">
        <legend>{t('madeWith')}</legend>
        <Choice
          name={t('asFilm')}
          hint={makerWords(t, project)}
          isChosen={picked !== null && own === null}
          onChoose={() => setOwn(null)}
        />
        {offers
          .filter(({ isBuiltIn }) => isBuiltIn)
          .map(({ name }) => (
            <Choice
              key={name}
              name={t(`provider_${name}`)}
              hint={t(`providerHint_${name}`)}
              isChosen={own?.provider === name}
              onChoose={() => setOwn({ provider: name, imageModel: null, videoModel: null })}
            />
          ))}
      </fieldset>
      {own !== null && has !== null && hasModels && (
        <fieldset className="choices">
          <legend>{t('choices')}</legend>
          <ModelChoices
            chosen={own}
            has={has}
            offers={seen}
            onChange={(change) => setOwn({ ...own, ...change })}
          />
        </fieldset>
      )}
      {picked !== null && <MakerMeaning film={filmFor(project, { madeWith: own })} places={chosen} />}
      <div className="row end wrap">
        <button type="button" className="button quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" className="button main" disabled={!isNew} onClick={use}>
          {t('maker_use')}
        </button>
      </div>
    </Dialog>
  );
}

function Choice({
  name,
  hint,
  isChosen,
  onChoose,
}: {
  readonly name: string;
  readonly hint: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label>
      <input
        type="radio"
        name="maker"
        data-first={isChosen ? '' : undefined}
        checked={isChosen}
        onChange={onChoose}
      />
      <span>
        {name}
        <small>{hint}</small>
      </span>
    </label>
  );
}
