import { Plus } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import { listItems } from '../lib/domain/list-items.ts';
import type { Project } from '../lib/domain/project.ts';
import { samePrompts } from '../lib/domain/same-prompts.ts';
import { passes, type SceneFilter } from '../lib/domain/scene-filter.ts';
import { ArmedBanner } from './armed.tsx';
import { useCardViews } from './card-view.ts';
import { FlowLine } from './flow-line.tsx';
import { useDrafts } from './drafts.ts';
import type { Choice } from './use-choice.ts';
import type { PanelActions, PanelData, ScenePart } from './panel-props.ts';
import { SceneFilters } from './scene-filters.tsx';
import { SceneList } from './scene-list.tsx';
import { useChooseAll } from './use-choose-all.ts';
import { useFocusedScene } from './use-focused-scene.ts';
import { useMembers } from './use-members.ts';
import { useOffScreen } from './use-off-screen.ts';
import { useSceneDrop, type DropPlace } from './use-scene-drop.ts';
import { useT } from './words.tsx';

/** Above this many the list opens as rows (design §7). */
const MOST_CARDS = 30;
/** Below this many all scenes are seen at a glance, and filters are in the way. */
const FEWEST_FILTERED = 8;

/** Moves the list to a scene and gives its card the focus. */
export type GoTo = (index: SceneIndex) => void;

/** One film's scenes with all that the user has begun in them: another project begins with none of it (L1). */
export function FilmView({
  project,
  data,
  actions,
  choice,
  scroller,
  goTo: goToRef,
  onFind,
}: {
  readonly project: Project;
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly choice: Choice;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly goTo: RefObject<GoTo | null>;
  readonly onFind: () => void;
}) {
  const t = useT();
  const { places } = data;
  const drafts = useDrafts(actions.editScene);
  const views = useCardViews();
  const [filter, setFilter] = useState<SceneFilter>('all');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<{ readonly index: SceneIndex } | null>(null);
  const focused = useFocusedScene();
  const playing = useMembers();
  // The scene that was gone to stays until the focus moves on.
  const wished = focused === null || focused === target?.index ? target?.index : undefined;
  const stays = useMemo(
    () => new Set([...present(focused), ...present(wished), ...playing.all, ...drafts.open]),
    [focused, playing.all, drafts.open, wished],
  );
  const sameAs = useMemo(() => samePrompts(places), [places]);
  const items = useMemo(() => listItems(places, { filter, folded, stays }), [places, filter, folded, stays]);
  goToRef.current = (index) => {
    const place = places.find((each) => each.index === index);
    if (place !== undefined && !passes(filter, place)) setFilter('all');
    if (place !== undefined) setFolded((known) => withoutHeading(known, place.chapter));
    setTarget({ index });
  };
  const shown = useRef<readonly SceneIndex[]>([]);
  shown.current = items.flatMap((item) => (item.type === 'scene' ? [item.place.index] : []));
  const { turn } = choice;
  const onChoose = useCallback(
    (index: SceneIndex, isRange: boolean) => turn(index, isRange, shown.current),
    [turn],
  );
  useChooseAll(choice, shown);
  const goToScene = useCallback((index: SceneIndex) => goToRef.current?.(index), [goToRef]);
  const { change: changeView } = views;
  const openNew = useCallback(
    (index: SceneIndex | null, editing: 'description' | null): void => {
      if (index === null) return;
      changeView(index, { isOpen: true, editing });
      goToScene(index);
    },
    [changeView, goToScene],
  );
  const onInsert = useCallback(
    (after: SceneIndex | null) => void actions.addScene(after).then((index) => openNew(index, 'description')),
    [actions, openNew],
  );
  const onDuplicate = useCallback(
    (index: SceneIndex) => void actions.duplicateScene(index).then((made) => openNew(made, null)),
    [actions, openNew],
  );
  const onSplit = useCallback(
    (index: SceneIndex, part: ScenePart) => {
      changeView(index, { editing: null });
      void actions.splitScene(index, part).then((made) => openNew(made, null));
    },
    [actions, openNew, changeView],
  );
  const drop = useSceneDrop((moved, to) => actions.placeScene(moved, sceneBefore(places, moved, to)));
  const { ready } = data.flow;
  const isHere = ready?.projectId === project.id;
  const isOff = useOffScreen(scroller, ready !== null && isHere ? ready.index : null);
  const last = useRef(places.at(-1)?.index ?? null);
  last.current = places.at(-1)?.index ?? null;

  return (
    <>
      <FlowLine data={data} />
      {ready !== null && (isOff || !isHere) && (
        <ArmedBanner order={ready} data={data} actions={actions} onGoTo={() => goToScene(ready.index)} />
      )}
      {places.length >= FEWEST_FILTERED && (
        <SceneFilters places={places} filter={filter} onFilter={setFilter} onGoTo={onFind} />
      )}
      {items.length === 0 && places.length > 0 && <p className="soft none">{t('filterEmpty')}</p>}
      <SceneList
        items={items}
        aspect={project.aspect}
        videoFrom={project.videoFrom}
        asRows={places.length > MOST_CARDS}
        chosen={choice.scenes}
        onChoose={onChoose}
        useCard={data.useCard}
        useOwnOrders={data.useOwnOrders}
        useProgress={data.useProgress}
        useTakeCost={data.useTakeCost}
        actions={actions}
        viewOf={views.of}
        sameAs={sameAs}
        onView={changeView}
        draftOf={drafts.of}
        onDraft={drafts.change}
        onLeaveDraft={drafts.flush}
        stays={stays}
        onPlaying={playing.set}
        onFold={(key) => setFolded((known) => toggled(known, key))}
        onGoTo={goToScene}
        onInsert={onInsert}
        onDuplicate={onDuplicate}
        onSplit={onSplit}
        target={target}
        drop={drop}
        scroller={scroller}
      />
      {filter === 'all' && places.length > 0 && choice.scenes === null && (
        <button type="button" className="add-scene" onClick={() => onInsert(last.current)}>
          <Plus size={14} aria-hidden="true" /> {t('addScene')}
        </button>
      )}
    </>
  );
}

function present(index: SceneIndex | null | undefined): readonly SceneIndex[] {
  return index == null ? [] : [index];
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Keys end with their heading; every run of it is unfolded. */
function withoutHeading(folded: ReadonlySet<string>, heading: string): ReadonlySet<string> {
  const kept = [...folded].filter((key) => key.replace(/^\d+ /, '') !== heading);
  return kept.length === folded.size ? folded : new Set(kept);
}

/** The scene that a dropped one follows in the film; null for the first place. */
function sceneBefore(places: PanelData['places'], moved: SceneIndex, to: DropPlace): SceneIndex | null {
  if (to.side === 'after') return to.index;
  const others = places.filter(({ index }) => index !== moved);
  const at = others.findIndex(({ index }) => index === to.index);
  return others[at - 1]?.index ?? null;
}
