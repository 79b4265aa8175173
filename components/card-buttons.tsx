import type { CardAction, CardActions } from '../lib/domain/card-actions.ts';
import { useT } from './words.tsx';

/** The buttons of a card: the first stands out where it is the next thing that helps. */
export function CardButtons({
  actions,
  hintOf,
  onAct,
}: {
  readonly actions: CardActions;
  /** What a button does beyond its name; undefined where the name says it all. */
  readonly hintOf: (action: CardAction) => string | undefined;
  readonly onAct: (action: CardAction) => void;
}) {
  const t = useT();
  return (
    <div className="buttons">
      {actions.card.map((action, at) => (
        <button
          key={action}
          type="button"
          className={classOf(actions, at)}
          title={hintOf(action)}
          onClick={() => onAct(action)}
        >
          {t(`action_${action}`)}
        </button>
      ))}
    </div>
  );
}

/** Of two quiet ways to make it again, the second stands in More where the card is narrow. */
function classOf({ card, primary }: CardActions, at: number): string {
  if (at === 0) return primary ? 'button main' : 'button';
  return card[at] === 'regenerateImage' ? 'button quiet where-wide' : 'button quiet';
}
