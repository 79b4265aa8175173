import { ChevronDown, Ellipsis, Square } from 'lucide-react';
import { nextStep, type NextStep } from '../lib/domain/next-step.ts';
import { FilmBar } from './film-bar.tsx';
import { filmFacts } from './film-facts.ts';
import { Menu } from './menu.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import type { GoTo } from './film-view.tsx';
import { FilmMenu, ProjectMenu, RunLine } from './late-parts.tsx';
import { clockTime } from './scene-name.ts';
import { usePressGuard } from './use-press-guard.ts';
import { useT } from './words.tsx';

/** What the header opens. */
export type OpenDialog =
  | 'newProject'
  | 'projects'
  | 'preset'
  | 'rename'
  | 'import'
  | 'ask'
  | 'goTo'
  | 'replace'
  | 'style'
  | 'pictures'
  | 'film'
  | 'export'
  | 'preview'
  | 'storage'
  | 'maker'
  | 'spent'
  | 'checkFlow';

/** What the header's parts are given. */
export interface HeaderProps {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onGoTo: GoTo;
  /** Begins to choose scenes. */
  readonly onChoose: () => void;
  /** Whether scenes are being chosen, so that what is done with them stands first. */
  readonly isChoosing: boolean;
}

/** The fixed part: the project, the film's next step, the menu, and the film at a glance. */
export function PanelHeader(props: HeaderProps) {
  const { data, actions, onOpen, onGoTo } = props;
  const { project, places } = data;
  const t = useT();
  const facts = filmFacts(data);
  const step = nextStep(facts);
  const isMeant = usePressGuard();
  return (
    <header className="header">
      <div className="row">
        <h1 className="grow cut">
          <Menu
            label={t('projectMenu', project?.name ?? 'Retake')}
            className="project-button"
            face={
              <>
                <span className="cut">{project?.name ?? 'Retake'}</span>
                <ChevronDown size={14} aria-hidden="true" />
              </>
            }
          >
            <ProjectMenu {...props} />
          </Menu>
        </h1>
        {project !== null && (
          <button
            type="button"
            className={props.isChoosing ? 'button' : 'button main'}
            onClick={(event) => {
              if (isMeant(event.timeStamp)) take(step, actions, onOpen);
            }}
          >
            {t(`step_${step}`)}
          </button>
        )}
        {facts.open > 0 && (
          <button
            type="button"
            className="button icon"
            aria-label={t('stopAll')}
            title={t('stopAll')}
            onClick={(event) => {
              if (isMeant(event.timeStamp)) actions.stopAll();
            }}
          >
            <Square size={13} fill="currentColor" aria-hidden="true" />
          </button>
        )}
        <Menu label={t('menu')} face={<Ellipsis size={18} aria-hidden="true" />}>
          <FilmMenu {...props} />
        </Menu>
      </div>
      {project !== null && places.length > 0 && (
        <>
          <FilmBar places={places} onGoTo={onGoTo} />
          <div className="row soft counts">
            {data.run !== null && data.run.run.left.length > 0 ? (
              <RunLine {...data.run} paused={data.paused} actions={actions} onGoTo={onGoTo} />
            ) : (
              <span className="grow cut">
                {t('count_scenes', places.length)} · {clockTime(filmLengthMs(places))}
              </span>
            )}
            {facts.failed > 0 && <span className="bad-text">{t('count_failed', facts.failed)}</span>}
            <span className="videos">{t('count_videos', String(facts.videos), String(facts.scenes))}</span>
          </div>
        </>
      )}
    </header>
  );
}

function filmLengthMs(places: PanelData['places']): number {
  return places.reduce((sum, { lengthS }) => sum + lengthS * 1000, 0);
}

function take(step: NextStep, actions: PanelActions, onOpen: (dialog: OpenDialog) => void): void {
  switch (step) {
    case 'importScript':
      return onOpen('import');
    case 'generateAllImages':
      return actions.generateAll('image');
    case 'generateAllVideos':
      return actions.generateAll('video');
    case 'pause':
      return actions.pause();
    case 'resume':
      return actions.resume();
    case 'makeFilm':
      return onOpen('film');
    case 'export':
      return onOpen('export');
    case 'retryFailed':
      return actions.retryFailed();
  }
}
