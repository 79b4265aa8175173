import '../tokens.css';
import '../panel.css';
import '../takes.css';
import '../flow.css';
import './studio.css';
import type { Project } from '../../lib/domain/project.ts';
import type { SceneIndex } from '../../lib/domain/ids.ts';
import type { StudioView } from '../../lib/domain/studio-view.ts';
import type { PanelActions, PanelData } from '../panel-props.ts';
import { sceneName } from '../scene-name.ts';
import { Toast, type ToastData } from '../toast.tsx';
import { useT } from '../words.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { usePanelKeys } from '../use-panel-keys.ts';
import { FilmSheet, SceneSheet } from './contact-sheet.tsx';
import { StudioCompare } from './studio-compare.tsx';

/** Everything that the studio shows. */
export interface StudioData extends Pick<PanelData, 'places' | 'useCard'>, ToastData {
  readonly project: Project;
  readonly view: StudioView;
}

/** Everything that the studio can ask for. */
export interface StudioActions extends Pick<
  PanelActions,
  'pickTake' | 'seeTake' | 'undo' | 'redo' | 'undoZoom' | 'closeMessage'
> {
  go(view: StudioView): void;
}

interface StudioProps {
  readonly data: StudioData;
  readonly actions: StudioActions;
}

/** The studio: takes at full width, two of them compared or many on a sheet. */
export function Studio(props: StudioProps) {
  const { data, actions } = props;
  useKeptFocus();
  usePanelKeys({
    onFind: null,
    onChoose: null,
    onEnd: null,
    onUndo: actions.undo,
    onRedo: actions.redo,
  });
  return (
    <div className="studio">
      <StudioHeader {...props} />
      <main tabIndex={-1}>
        <Shown {...props} />
      </main>
      <Toast data={data} actions={actions} />
    </div>
  );
}

function Shown({ data, actions }: StudioProps) {
  const { project, view, places, useCard } = data;
  switch (view.type) {
    case 'film':
      return (
        <FilmSheet
          places={places}
          aspect={project.aspect}
          useCard={useCard}
          onCompare={(left, right) => actions.go({ type: 'compare', left, right })}
        />
      );
    case 'scene':
      return <OneScene key={view.index} index={view.index} data={data} onGo={actions.go} />;
    case 'compare':
      return <StudioCompare view={view} data={data} actions={actions} />;
  }
}

function OneScene({
  index,
  data: { project, useCard },
  onGo,
}: {
  readonly index: SceneIndex;
  readonly data: StudioData;
  readonly onGo: StudioActions['go'];
}) {
  const card = useCard(index);
  if (card === null) return null;
  return (
    <SceneSheet
      card={card}
      aspect={project.aspect}
      onCompare={(left, right) => onGo({ type: 'compare', left, right })}
    />
  );
}

/** What is shown, and the ways to everything else. */
function StudioHeader({ data: { project, places, view }, actions }: StudioProps) {
  const t = useT();
  const index = view.type === 'scene' ? view.index : view.type === 'compare' ? view.left.index : null;
  return (
    <header className="row studio-header">
      <h1 className="cut">{project.name}</h1>
      <nav className="row grow" aria-label={t('studio_ways')}>
        <button
          type="button"
          className="button quiet"
          aria-current={view.type === 'film' ? 'page' : undefined}
          onClick={() => actions.go({ type: 'film' })}
        >
          {t('studio_film')}
        </button>
        <select
          className="small-select"
          aria-label={t('studio_scene')}
          value={view.type === 'scene' ? view.index : ''}
          onChange={(event) => {
            const place = places.find((each) => String(each.index) === event.target.value);
            if (place !== undefined) actions.go({ type: 'scene', index: place.index });
          }}
        >
          {view.type !== 'scene' && <option value="">{t('studio_scene')}</option>}
          {places.map((place) => (
            <option key={place.index} value={place.index}>
              {sceneName(t, place.index, place.ordinal)}
              {place.line === '' ? '' : ` · ${place.line}`}
            </option>
          ))}
        </select>
        {view.type === 'compare' && index !== null && (
          <button type="button" className="button quiet" onClick={() => actions.go({ type: 'scene', index })}>
            {t('studio_allTakesOf', String(index))}
          </button>
        )}
      </nav>
    </header>
  );
}
