import {
  ArrowDownToLine,
  ArrowUpToLine,
  Clapperboard,
  Ellipsis,
  Image as ImageIcon,
  Pencil,
  RotateCcw,
  type LucideIcon,
} from 'lucide-react';
import type { CardAction, CardActions } from '../lib/domain/card-actions.ts';
import type { ReactNode } from 'react';
import { Menu, MenuItem } from './menu.tsx';
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

/** Those that a menu can show. */
const ICONS: { readonly [A in CardAction]?: LucideIcon } = {
  generateImage: ImageIcon,
  regenerateImage: ImageIcon,
  generateVideo: Clapperboard,
  regenerateVideo: Clapperboard,
  retry: RotateCcw,
  prompt: Pencil,
  moveToFront: ArrowUpToLine,
  moveToBack: ArrowDownToLine,
};

function iconOf(action: CardAction): ReactNode {
  const Icon = ICONS[action];
  return Icon && <Icon size={14} />;
}

/** What else can be done with a scene. */
export function CardMore({
  actions,
  onAct,
  children,
}: {
  readonly actions: CardActions;
  readonly onAct: (action: CardAction) => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <Menu label={t('more')} face={<Ellipsis size={16} aria-hidden="true" />}>
      {actions.card.slice(1).includes('regenerateImage') && (
        <MenuItem
          className="where-narrow"
          icon={iconOf('regenerateImage')}
          onPress={() => onAct('regenerateImage')}
        >
          {t('action_regenerateImage')}
        </MenuItem>
      )}
      {actions.more.map((action) => (
        <MenuItem key={action} icon={iconOf(action)} onPress={() => onAct(action)}>
          {t(`action_${action}`)}
        </MenuItem>
      ))}
      {children}
    </Menu>
  );
}
