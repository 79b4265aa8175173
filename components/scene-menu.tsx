import { ArrowDown, ArrowUp, ChevronUp, Copy, Download, ImagePlus, Link2, Plus, Trash2 } from 'lucide-react';
import type { CardAction } from '../lib/domain/card-actions.ts';
import type { Card } from '../lib/domain/card.ts';
import { CardMore } from './card-buttons.tsx';
import { MenuItem } from './menu.tsx';
import type { SceneProps } from './scene-article.tsx';
import { useT } from './words.tsx';

/** What else can be done with a scene: orders, its text, its place in the film. */
export function SceneMenu({
  card,
  hasPick,
  onAct,
  onAddPicture,
  onAdopt,
  place: { index },
  asRows,
  actions,
  onView,
  onInsert,
  onDuplicate,
}: SceneProps & {
  readonly card: Card;
  readonly hasPick: boolean;
  readonly onAct: (action: CardAction) => void;
  readonly onAddPicture: () => void;
  /** Opens the list of the user's own orders. */
  readonly onAdopt: () => void;
}) {
  const t = useT();
  return (
    <CardMore actions={card.actions} onAct={onAct}>
      {!card.actions.card.includes('prompt') && (
        <MenuItem onPress={() => onView(index, { editing: 'imagePrompt' })}>{t('action_prompt')}</MenuItem>
      )}
      <MenuItem icon={<ImagePlus size={14} />} onPress={onAddPicture}>
        {t('addPicture')}
      </MenuItem>
      {card.needsPress && (
        <MenuItem icon={<Link2 size={14} />} onPress={onAdopt}>
          {t('adopt')}
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
    </CardMore>
  );
}
