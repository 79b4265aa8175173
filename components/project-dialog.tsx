import { useId, useState } from 'react';
import type { ProviderName } from '../lib/domain/capabilities.ts';
import { ASPECTS, CLIENT_LIMIT, type Aspect, type Naming } from '../lib/domain/project.ts';
import { startOf, type Preset, type ProjectStart } from '../lib/domain/preset.ts';
import type { ProviderOffer } from '../lib/domain/provider-offer.ts';
import { Dialog } from './dialog.tsx';
import { useT } from './words.tsx';

/** Asks for a project's name, what it is for and what makes it; or for another name of one that is there. */
export function ProjectDialog({
  name: first,
  client: firstClient = '',
  offers = [],
  presets = [],
  onCreate,
  onRename,
  onClose,
}: {
  /** The present name where a project is renamed; empty for a new one. */
  readonly name: string;
  /** For whom it is made now; empty for nobody. */
  readonly client?: string;
  /** What a film can be made with. */
  readonly offers?: readonly ProviderOffer[];
  /** What a new project can begin with. */
  readonly presets?: readonly Preset[];
  readonly onCreate?: (name: string, aspect: Aspect, provider: ProviderName, start: ProjectStart) => void;
  readonly onRename?: (name: string, client: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const id = useId();
  const [name, setName] = useState(first);
  const [client, setClient] = useState(firstClient);
  const [aspect, setAspect] = useState<Aspect>('9:16');
  const [chosen, setChosen] = useState(offers[0]);
  const [preset, setPreset] = useState<Preset | null>(null);
  const [naming, setNaming] = useState<Naming>('ascii');
  const take = (taken: Preset | null): void => {
    setPreset(taken);
    if (taken === null) return;
    setAspect(taken.aspect);
    setNaming(taken.naming);
    setChosen(offers.find((offer) => offer.name === taken.provider) ?? chosen);
  };
  const send = (): void => {
    if (name.trim() === '') return;
    // A film in a format that the chosen service does not make is drafted by what is built in.
    const makes = (offer: ProviderOffer): boolean =>
      offer.isBuiltIn && offer.capabilities.aspects.includes(aspect);
    const maker = chosen !== undefined && makes(chosen) ? chosen : offers.find(makes);
    if (maker !== undefined) {
      onCreate?.(name.trim(), aspect, maker.name, { ...(preset && startOf(preset)), naming });
    }
    onRename?.(name.trim(), client.trim());
    onClose();
  };
  return (
    <Dialog title={t(onCreate ? 'newProject' : 'renameProject')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label htmlFor={id}>
          <span>{t('projectName')}</span>
          <input
            id={id}
            value={name}
            maxLength={200}
            data-first
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {onRename && (
          <label htmlFor={`${id}client`}>
            <span>{t('projectClient')}</span>
            <input
              id={`${id}client`}
              value={client}
              maxLength={CLIENT_LIMIT}
              onChange={(event) => setClient(event.target.value)}
            />
          </label>
        )}
        {onCreate && (
          <>
            {presets.length > 0 && <Presets presets={presets} chosen={preset} onChoose={take} />}
            <Purposes aspect={aspect} offer={chosen} onChoose={setAspect} />
            <Makers offers={offers} chosen={chosen} onChoose={setChosen} />
            <label className="check">
              <input
                type="checkbox"
                checked={naming === 'letters'}
                onChange={(event) => setNaming(event.target.checked ? 'letters' : 'ascii')}
              />
              <span>
                {t('naming_letters')} <small className="soft">{t('naming_hint')}</small>
              </span>
            </label>
          </>
        )}
        <div className="row end">
          <button type="button" className="button quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button main" disabled={name.trim() === ''}>
            {t(onCreate ? 'create' : 'save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the project begins with: usual settings, or those of one that went well. */
function Presets({
  presets,
  chosen,
  onChoose,
}: {
  readonly presets: readonly Preset[];
  readonly chosen: Preset | null;
  readonly onChoose: (preset: Preset | null) => void;
}) {
  const t = useT();
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{t('preset')}</span>
      <select
        id={id}
        value={chosen?.name ?? ''}
        onChange={(event) => onChoose(presets.find(({ name }) => name === event.target.value) ?? null)}
      >
        <option value="">{t('preset_none')}</option>
        {presets.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function Purposes({
  aspect,
  offer,
  onChoose,
}: {
  readonly aspect: Aspect;
  readonly offer: ProviderOffer | undefined;
  readonly onChoose: (aspect: Aspect) => void;
}) {
  const t = useT();
  return (
    <fieldset className="shapes purposes">
      <legend>{t('purpose')}</legend>
      {ASPECTS.map((each) => (
        <label key={each}>
          <input type="radio" name="aspect" checked={aspect === each} onChange={() => onChoose(each)} />
          <span className="frame" aria-hidden="true">
            <span className={`shape shape-${each.replace(':', 'x')}`} />
          </span>
          <span className="words">
            <span>{t(`aspectFor_${each.replace(':', 'x')}`)} </span>
            {offer !== undefined && !offer.capabilities.aspects.includes(each) && <em>{t('draftOnly')} </em>}
            <small>{each}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The choice of who makes a film's takes. */
export function Makers({
  offers,
  chosen,
  onChoose,
}: {
  readonly offers: readonly ProviderOffer[];
  readonly chosen: ProviderOffer | undefined;
  readonly onChoose: (offer: ProviderOffer) => void;
}) {
  const t = useT();
  return (
    <fieldset className="shapes makers">
      <legend>{t('madeWith')}</legend>
      {offers.map((offer) => (
        <label key={offer.name}>
          <input
            type="radio"
            name="maker"
            checked={offer.name === chosen?.name}
            onChange={() => onChoose(offer)}
          />
          <span>
            {t(`provider_${offer.name}`)}
            <small>{t(offer.isBuiltIn ? `providerHint_${offer.name}` : 'providerComing')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
