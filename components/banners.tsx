import { chosenFor } from '../lib/domain/choices.ts';
import { factsOf } from '../lib/domain/fault.ts';
import { helpAgainst, type FlowBlock } from '../lib/domain/flow-page.ts';
import { isLatch, modelKey, PAID, stands, type Hold } from '../lib/domain/hold.ts';
import { filmsIn } from '../lib/domain/made-with.ts';
import { KINDS } from '../lib/domain/scene.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import { faultWords } from './fault-words.ts';
import { flowFacts } from './flow-words.ts';
import { useNow } from './now.tsx';
import { clockTime } from './scene-name.ts';
import { useT } from './words.tsx';

/** What stands once, above all cards: another version, a hold, the developer switch. */
export function Banners({
  data,
  actions,
  onStorage,
  onChoose,
}: {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onStorage: () => void;
  /** Goes to where it is chosen what takes are made with. */
  readonly onChoose: () => void;
}) {
  const t = useT();
  const now = useNow();
  return (
    <>
      {data.otherVersion && (
        <div className="banner wait row">
          <span className="grow">{t('otherVersion')}</span>
          <button type="button" className="button main" onClick={actions.reload}>
            {t('reload')}
          </button>
        </div>
      )}
      {data.holds
        .filter((hold) => stands(hold, now) && concerns(hold, data))
        .map((hold) => (
          <HoldBanner
            key={`${hold.provider} ${hold.model}`}
            hold={hold}
            flow={data.flow}
            actions={actions}
            onStorage={onStorage}
            onChoose={onChoose}
          />
        ))}
      {data.paused && (
        <div className="banner wait row">
          <span className="grow">{t('allPaused')}</span>
          <button type="button" className="button" onClick={actions.resume}>
            {t('step_resume')}
          </button>
        </div>
      )}
      {data.planOn && <div className="banner plain">{t('planOn')}</div>}
    </>
  );
}

/** Once the film is made with another model, the one that is used up is nobody's trouble. */
function concerns(
  { provider, model, fault }: Hold,
  { project, places }: Pick<PanelData, 'project' | 'places'>,
): boolean {
  if (factsOf(fault).helps !== 'otherModel') return true;
  if (project === null) return false;
  return filmsIn(project, places).some(
    (film) =>
      film.provider === provider &&
      KINDS.some((kind) => modelKey({ kind, model: chosenFor(film, kind).model }) === model),
  );
}

/** One for each provider that waits, however many scenes wait with it. */
function HoldBanner({
  hold,
  flow,
  actions,
  onStorage,
  onChoose,
}: {
  readonly hold: Hold;
  readonly flow: PanelData['flow'];
  readonly actions: PanelActions;
  readonly onStorage: () => void;
  readonly onChoose: () => void;
}) {
  const t = useT();
  const now = useNow();
  const { helps } = factsOf(hold.fault);
  // Where only a part is held up, the line above the scenes stands and says this.
  const facts = hold.provider === 'flow' && hold.model === '' ? flowFacts(t, flow) : [];
  return (
    <div className="banner wait row">
      <span className="grow">
        <strong>{t('hold')}</strong> {faultWords(t, hold.fault)} {helps !== 'wait' && t(`faultHelp_${helps}`)}{' '}
        {hold.model === PAID && t('hold_freeGoesOn')}
        {hold.lifts.type === 'time' && (
          <span className="countdown">{t('liftsIn', clockTime(hold.lifts.at - now))}</span>
        )}
        {facts.length > 0 && <span className="facts">{facts.join(' · ')}</span>}
      </span>
      <span className="buttons">
        {helps === 'freeSpace' && (
          <button type="button" className="button" onClick={onStorage}>
            {t('storage')}
          </button>
        )}
        {helps === 'otherModel' && (
          <button type="button" className="button main" onClick={onChoose}>
            {t('otherModel')}
          </button>
        )}
        {hold.fault.type === 'FlowBlocked' && <FlowHelpButton block={hold.fault.by} actions={actions} />}
        {helps === 'goToFlow' && (
          <button type="button" className="button main" onClick={actions.goToFlow}>
            {t('action_goToFlow')}
          </button>
        )}
        <button type="button" className="button" onClick={() => actions.liftHold(hold)}>
          {t(isLatch(hold) ? 'goOn' : 'tryNow')}
        </button>
      </span>
    </div>
  );
}

/** What Retake can do on the Flow page without spending. */
function FlowHelpButton({ block, actions }: { readonly block: FlowBlock; readonly actions: PanelActions }) {
  const t = useT();
  const help = helpAgainst(block);
  if (help === null) return null;
  return (
    <button type="button" className="button" onClick={() => actions.helpOnFlow(help)}>
      {t(`flowHelp_${help}`)}
    </button>
  );
}
