import { ChevronDown, CircleSlash, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScenePlace } from '../lib/domain/card.ts';
import {
  CHOOSE_RULES,
  chosenByRule,
  countChosen,
  type ChooseRule,
  type OrderCount,
} from '../lib/domain/chosen-scenes.ts';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { Project } from '../lib/domain/project.ts';
import type { ChosenChange } from './chosen-dialog.tsx';
import { ChooseMore } from './choose-more.tsx';
import { Menu, MenuItem } from './menu.tsx';
import type { PanelActions } from './panel-props.ts';
import { IconButton } from './icon-button.tsx';
import { useT, type Translate } from './words.tsx';

/** Says how many scenes are chosen, and does one thing with all of them. */
export function ChooseBar({
  project,
  places,
  chosen,
  actions,
  onSet,
  onChange,
  onEnd,
}: {
  readonly project: Project;
  readonly places: readonly ScenePlace[];
  readonly chosen: readonly ScenePlace[];
  readonly actions: PanelActions;
  readonly onSet: (scenes: readonly SceneIndex[]) => void;
  readonly onChange: (what: ChosenChange) => void;
  readonly onEnd: () => void;
}) {
  const t = useT();
  const counts = countChosen(chosen, project.videoFrom);
  const scenes = chosen.map(({ index }) => index);
  const order = (kind: 'image' | 'video'): ReactNode => {
    const { first, again } = counts[kind];
    return (
      <button
        type="button"
        className={kind === 'video' ? 'button main' : 'button'}
        disabled={first + again === 0}
        onClick={() => actions.generateAll(kind, { scenes, again: again > 0 })}
      >
        {orderWords(t, kind, counts[kind])}
      </button>
    );
  };
  return (
    <section className="choose-bar" aria-label={t('chooseScenes')}>
      <div className="row">
        <RuleMenu places={places} count={chosen.length} actions={actions} onSet={onSet} />
        <span className="grow" />
        {chosen.length > 0 && (
          <ChooseMore scenes={scenes} isOpen={counts.open > 0} actions={actions} onChange={onChange} />
        )}
        <IconButton
          name={t('chosenCancel', counts.open)}
          isOff={counts.open === 0}
          onPress={() => actions.stopAll(scenes)}
        >
          <CircleSlash size={15} aria-hidden="true" />
        </IconButton>
        <IconButton
          name={t('chosenDelete', chosen.length)}
          isOff={chosen.length === 0}
          onPress={() => actions.deleteScenes(scenes)}
        >
          <Trash2 size={15} aria-hidden="true" />
        </IconButton>
        <button type="button" className="button quiet" aria-keyshortcuts="Escape" onClick={onEnd}>
          {t('done')}
        </button>
      </div>
      <div className="row choose-orders">
        {order('image')}
        {order('video')}
        {counts.failed > 0 && (
          <button type="button" className="button" onClick={() => actions.retryFailed(scenes)}>
            {t('chosenRetry', counts.failed)}
          </button>
        )}
      </div>
    </section>
  );
}

function orderWords(t: Translate, kind: 'image' | 'video', { first, again }: OrderCount): string {
  if (first > 0 && again > 0) return t(`choose_${kind}Both`, first, again);
  if (again > 0) return t(`choose_${kind}Again`, again);
  return first > 0 ? t(`choose_${kind}First`, first) : t(`choose_${kind}None`);
}

function RuleMenu({
  places,
  count,
  actions,
  onSet,
}: {
  readonly places: readonly ScenePlace[];
  readonly count: number;
  readonly actions: PanelActions;
  readonly onSet: (scenes: readonly SceneIndex[]) => void;
}) {
  const t = useT();
  const press = (rule: ChooseRule): void => {
    if (rule === 'stale') void actions.findStale().then((stale) => onSet(chosenByRule(rule, places, stale)));
    else onSet(chosenByRule(rule, places));
  };
  const face = (
    <>
      <b>{t('chosen', count)}</b>
      <ChevronDown size={14} aria-hidden="true" />
    </>
  );
  return (
    <Menu label={t('chosenRules', count)} className="button quiet choose-rules" face={face}>
      {CHOOSE_RULES.map((rule) => (
        <MenuItem key={rule} onPress={() => press(rule)}>
          <span className="grow">{t(`choose_${rule}`)}</span>
          {/* Stale takes cost a look at every scene, which is taken when they are asked for. */}
          {rule !== 'stale' && rule !== 'none' && (
            <span className="soft">{chosenByRule(rule, places).length}</span>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}
