import { useEffect, useState } from 'react';
import { capabilitiesOf, type ProviderName } from '../lib/domain/capabilities.ts';
import type { ScenePlace } from '../lib/domain/card.ts';
import type { Choices } from '../lib/domain/choices.ts';
import type { Project } from '../lib/domain/project.ts';
import type { ProviderOffer } from '../lib/domain/provider-offer.ts';
import type { FlowSettings } from '../lib/domain/settings.ts';
import { Dialog } from './dialog.tsx';
import { FlowChoices, type FlowChosen } from './flow-choices.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { Makers } from './project-dialog.tsx';
import { useT, type Translate } from './words.tsx';

/** Scenes that are named before the rest is left to be seen. */
const MOST_NAMED = 12;

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
        <div role="status">
          <ul className="maker-means">
            {meaningOf(t, chosen.name, { ...project, ...wanted }, places).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
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

function meaningOf(
  t: Translate,
  provider: ProviderName,
  { aspect, clipLengthS }: Project,
  places: readonly ScenePlace[],
): readonly string[] {
  const has = capabilitiesOf(provider);
  if (has === null) return [];
  const { least, most } = has.lengthS;
  const isSet = clipLengthS !== null && has.clipLengths.length > 0;
  const odd = places.filter(({ lengthS }) => !isSet && (lengthS < least || lengthS > most));
  const indexes = odd.map(({ index }) => index);
  const named = [...indexes.slice(0, MOST_NAMED), ...(odd.length > MOST_NAMED ? ['…'] : [])].join(', ');
  return [
    ...(has.needsPress ? [t('maker_press')] : []),
    t(has.price.unit === 'none' ? 'maker_free' : 'maker_costs'),
    t('maker_stays'),
    ...(has.aspects.includes(aspect) ? [] : [t('maker_aspect', aspect, has.aspects.join(', '))]),
    ...(odd.length === 0 ? [] : [t('maker_lengths', String(least), String(most), named)]),
  ];
}
