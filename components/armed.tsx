import { ArrowRight } from 'lucide-react';
import type { ReadyOrder } from '../lib/domain/flow-state.ts';
import type { Card } from '../lib/domain/card.ts';
import { readyWords } from './flow-words.ts';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** What to do, with Flow's own sign on its button drawn beside it. */
function PressStart() {
  const t = useT();
  return (
    <strong className="press-start">
      {t('armed_title')}
      <span className="flow-arrow" aria-hidden="true">
        <ArrowRight size={13} strokeWidth={2.5} />
      </span>
    </strong>
  );
}

/** On the card whose order stands ready: what a press makes and takes. */
export function ArmedNote({
  card: { scene, status, chosen },
  actions,
}: {
  readonly card: Card;
  readonly actions: HandActions;
}) {
  const t = useT();
  const { task } = status;
  if (task?.phase.state !== 'armed') return null;
  const { id, kind, phase } = task;
  const { price, hand } = phase;
  // What was changed since it was made ready is made ready anew, so that it is what is chosen now.
  const { clipLengthS, outputs } = chosen[kind === 'image' ? 'image' : 'video'];
  const lengthS = kind === 'image' ? null : (hand?.lengthS ?? clipLengthS ?? scene.lengthS);
  const count = hand?.count ?? outputs;
  return (
    <div className="armed">
      <PressStart />
      <span>{readyWords(t, { index: scene.index, kind, lengthS, price, count })}</span>
      {hand?.prompt == null ? (
        <span className="soft">{t('note_pressStart')}</span>
      ) : (
        <OtherPrompt
          prompt={hand.prompt}
          isUsed={hand.isUsed}
          onUse={() => actions.keepYours(id)}
          onPutBack={() => actions.putBack(id)}
        />
      )}
    </div>
  );
}

type HandActions = Pick<PanelActions, 'keepYours' | 'putBack'>;

/** The prompt on the page is the user's own: it may be meant, or be put back. */
function OtherPrompt({
  prompt,
  isUsed,
  onUse,
  onPutBack,
}: {
  readonly prompt: string;
  readonly isUsed: boolean;
  readonly onUse: () => void;
  readonly onPutBack: () => void;
}) {
  const t = useT();
  return (
    <>
      <span>{t(isUsed ? 'armed_yours' : 'armed_otherPrompt')}</span>
      <q className="other-prompt">{prompt}</q>
      <div className="buttons">
        {!isUsed && (
          <button type="button" className="button" onClick={onUse}>
            {t('armed_useYours')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onPutBack}>
          {t('armed_putBack')}
        </button>
      </div>
    </>
  );
}

/** The same while the card cannot be seen. It scrolls with the list no further than to its top. */
export function ArmedBanner({
  order,
  data: { project, projects },
  actions,
  onGoTo,
}: {
  readonly order: ReadyOrder;
  readonly data: Pick<PanelData, 'project' | 'projects'>;
  readonly actions: PanelActions;
  readonly onGoTo: () => void;
}) {
  const t = useT();
  const isHere = order.projectId === project?.id;
  const film = projects.find(({ id }) => id === order.projectId)?.name ?? '';
  return (
    <section className="banner armed armed-banner" aria-label={t('armed_title')}>
      <PressStart />
      <button
        type="button"
        className="armed-where"
        title={t('goToScene')}
        onClick={() => (isHere ? onGoTo() : actions.chooseProject(order.projectId))}
      >
        {readyWords(t, order)}
      </button>
      {!isHere && <span className="soft">{t('armed_film', film)}</span>}
      <div className="buttons">
        <button type="button" className="button" onClick={actions.goToFlow}>
          {t('action_goToFlow')}
        </button>
        <button type="button" className="button quiet" onClick={() => actions.later(order.taskId)}>
          {t('action_later')}
        </button>
        <button type="button" className="button quiet" onClick={() => actions.cancelTask(order.taskId)}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}
