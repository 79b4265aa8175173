import { useEffect, useState } from 'react';
import { capabilitiesOf } from '../lib/domain/capabilities.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Choices } from '../lib/domain/choices.ts';
import type { Project } from '../lib/domain/project.ts';
import type { ProviderOffer } from '../lib/domain/provider-offer.ts';
import type { FlowSettings } from '../lib/domain/settings.ts';
import { Dialog } from './dialog.tsx';
import { FlowChoices, type FlowChosen } from './flow-choices.tsx';
import { MakerMeaning } from './maker-meaning.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { Makers } from './project-dialog.tsx';
import { useT } from './words.tsx';

/** Chooses who makes a film's new takes and with what, and says what another one means before it is taken. */
export function MakerDialog({
  project,
  places,
  offers,
  settings,
  useFlowOffers,
  actions,
  onClose,
}: {
  readonly project: Project;
  readonly places: readonly ScenePlace[];
  readonly offers: readonly ProviderOffer[];
  readonly settings: FlowSettings;
  readonly useFlowOffers: PanelData['useFlowOffers'];
  readonly actions: Pick<PanelActions, 'setProject' | 'setSettings' | 'readFlowOffers'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [chosen, setChosen] = useState(offers.find(({ name }) => name === project.provider));
  const [changed, setChanged] = useState<Partial<FlowChosen>>({});
  const own = places.filter(({ madeWith }) => madeWith !== null).length;
  const seen = useFlowOffers();
  const has = chosen === undefined ? null : capabilitiesOf(chosen.name);
  const hasChoices = has !== null && has.models.video.length > 0;
  const { readFlowOffers } = actions;
  useEffect(() => {
    if (hasChoices) readFlowOffers();
  }, [hasChoices, readFlowOffers]);
  const wanted: FlowChosen = { ...choicesOf(project), ...settings, ...changed };
  const use = (): void => {
    const { mostPending, mayUpload, ...choices } = changed;
    const ofAll = {
      ...(mostPending !== undefined && { mostPending }),
      ...(mayUpload !== undefined && { mayUpload }),
    };
    const isOther = chosen !== undefined && chosen.name !== project.provider;
    if (isOther || Object.keys(choices).length > 0)
      actions.setProject({ ...(isOther && { provider: chosen.name }), choices });
    if (Object.keys(ofAll).length > 0) actions.setSettings(ofAll);
    onClose();
  };
  const isAnything = chosen?.name !== project.provider || Object.keys(changed).length > 0;
  return (
    <Dialog title={t('madeWith')} className="maker" onClose={onClose}>
      <Makers offers={offers} chosen={chosen} onChoose={setChosen} />
      {hasChoices && (
        <FlowChoices
          chosen={wanted}
          has={has}
          offers={seen}
          onChange={(change) => setChanged((known) => ({ ...known, ...change }))}
        />
      )}
      {chosen !== undefined && (
        <MakerMeaning
          film={{ ...project, ...wanted, provider: chosen.name }}
          places={places.filter(({ madeWith }) => madeWith === null)}
          more={own === 0 ? [] : [t('maker_ownScenes', own)]}
        />
      )}
      <div className="row end">
        <button type="button" className="button quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={chosen?.isBuiltIn !== true || !isAnything}
          onClick={use}
        >
          {t('maker_use')}
        </button>
      </div>
    </Dialog>
  );
}

function choicesOf({ imageModel, videoModel, clipLengthS, outputs }: Project): Choices {
  return { imageModel, videoModel, clipLengthS, outputs };
}
