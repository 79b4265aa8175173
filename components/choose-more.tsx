import { ArrowDownToLine, ArrowUpToLine, Ellipsis, Palette, Sparkles, Timer } from 'lucide-react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { ChosenChange } from './chosen-dialog.tsx';
import { Menu, MenuItem } from './menu.tsx';
import type { PanelActions } from './panel-props.ts';
import { useT } from './words.tsx';

/** What is done less often with a choice than to order it. */
export function ChooseMore({
  scenes,
  isOpen,
  actions,
  onChange,
}: {
  readonly scenes: readonly SceneIndex[];
  /** Whether any of them waits or is at work. */
  readonly isOpen: boolean;
  readonly actions: PanelActions;
  readonly onChange: (what: ChosenChange) => void;
}) {
  const t = useT();
  const count = scenes.length;
  return (
    <Menu label={t('chosenMore', count)} face={<Ellipsis size={15} aria-hidden="true" />}>
      <MenuItem icon={<Sparkles size={14} />} onPress={() => onChange('maker')}>
        {t('chosenMaker', count)}
      </MenuItem>
      <MenuItem icon={<Timer size={14} />} onPress={() => onChange('length')}>
        {t('chosenLength', count)}
      </MenuItem>
      <MenuItem icon={<Palette size={14} />} onPress={() => onChange('style')}>
        {t('chosenStyle', count)}
      </MenuItem>
      {isOpen && (
        <>
          <hr />
          <MenuItem
            icon={<ArrowUpToLine size={14} />}
            onPress={() => actions.moveInQueue('moveToFront', scenes)}
          >
            {t('action_moveToFront')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDownToLine size={14} />}
            onPress={() => actions.moveInQueue('moveToBack', scenes)}
          >
            {t('action_moveToBack')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
