import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  ChevronUp,
  Clapperboard,
  Combine,
  Copy,
  Download,
  FilePlus,
  Film,
  Image as ImageIcon,
  ImagePlus,
  Link2,
  Maximize2,
  Pencil,
  Plus,
  RotateCcw,
  SplitSquareVertical,
  StepForward,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import type { Card, CardTake } from '../lib/domain/card.ts';
import { MenuItem } from './menu.tsx';
import type { SceneProps } from './scene-article.tsx';
import { useT } from './words.tsx';

/** What else can be done with a scene, the lines of its menu: orders, its text, its place in the film. */
export function SceneMenu({
  card,
  hasPick,
  onAct,
  onAddPicture,
  onAddTake,
  onAdopt,
  onFrame,
  place,
  shown,
  onSplitHere,
  at,
  setSize,
  asRows,
  actions,
  onView,
  onInsert,
  onDuplicate,
}: SceneProps & {
  readonly card: Card;
  /** The take that the card shows. */
  readonly shown: CardTake | null;
  readonly hasPick: boolean;
  readonly onAct: (action: CardAction) => void;
  readonly onAddPicture: () => void;
  readonly onAddTake: () => void;
  /** Opens the list of the user's own orders. */
  readonly onAdopt: () => void;
  /** Opens the list of the film's videos. */
  readonly onFrame: () => void;
  /** Splits the scene at the cursor. */
  readonly onSplitHere: () => void;
}) {
  const t = useT();
  const { index } = place;
  return (
    <>
      {card.actions.card.slice(1).includes('regenerateImage') && (
        <MenuItem
          className="where-narrow"
          icon={iconOf('regenerateImage')}
          onPress={() => onAct('regenerateImage')}
        >
          {t('action_regenerateImage')}
        </MenuItem>
      )}
      {card.actions.more.map((action) => (
        <MenuItem key={action} icon={iconOf(action)} onPress={() => onAct(action)}>
          {t(`action_${action}`)}
        </MenuItem>
      ))}
      {!card.actions.card.includes('prompt') && (
        <MenuItem icon={<Pencil size={14} />} onPress={() => onView(index, { editing: 'imagePrompt' })}>
          {t('action_prompt')}
        </MenuItem>
      )}
      <MenuItem icon={<ImagePlus size={14} />} onPress={onAddPicture}>
        {t('addPicture')}
      </MenuItem>
      <MenuItem icon={<FilePlus size={14} />} onPress={onAddTake}>
        {t('addTake')}
      </MenuItem>
      {place.ordinal > 1 && (
        <MenuItem icon={<StepForward size={14} />} onPress={() => actions.useFrame(index, 'before')}>
          {t('frameBefore')}
        </MenuItem>
      )}
      <MenuItem icon={<Film size={14} />} onPress={onFrame}>
        {t('frameOfVideo')}
      </MenuItem>
      {card.needsPress && (
        <MenuItem icon={<Link2 size={14} />} onPress={onAdopt}>
          {t('adopt')}
        </MenuItem>
      )}
      {shown !== null && (
        <MenuItem icon={<Maximize2 size={14} />} onPress={() => actions.openStudio({ type: 'scene', index })}>
          {t('studio_allTakes')}
        </MenuItem>
      )}
      {hasPick && (
        <MenuItem icon={<Download size={14} />} onPress={() => actions.downloadPick(index)}>
          {t('download')}
        </MenuItem>
      )}
      <hr />
      <MenuItem icon={<Plus size={14} />} onPress={() => onInsert(index)}>
        {t('insertScene')}
      </MenuItem>
      <MenuItem icon={<Copy size={14} />} onPress={() => onDuplicate(index)}>
        {t('duplicateScene')}
      </MenuItem>
      <MenuItem icon={<SplitSquareVertical size={14} />} onPress={onSplitHere}>
        {t('splitScene')}
      </MenuItem>
      {at < setSize && (
        <MenuItem icon={<Combine size={14} />} onPress={() => actions.joinScenes(index)}>
          {t('joinScenes')}
        </MenuItem>
      )}
      <MenuItem icon={<ArrowUp size={14} />} onPress={() => actions.moveScene(index, 'up')}>
        {t('moveUp')}
      </MenuItem>
      <MenuItem icon={<ArrowDown size={14} />} onPress={() => actions.moveScene(index, 'down')}>
        {t('moveDown')}
      </MenuItem>
      <MenuItem icon={<Trash2 size={14} />} onPress={() => actions.deleteScene(index)}>
        {t('deleteScene')}
      </MenuItem>
      {asRows && (
        <>
          <hr />
          <MenuItem icon={<ChevronUp size={14} />} onPress={() => onView(index, { isOpen: false })}>
            {t('foldScene')}
          </MenuItem>
        </>
      )}
    </>
  );
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
