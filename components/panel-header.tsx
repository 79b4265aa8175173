import { ChevronDown, Search, Square } from 'lucide-react';
import { nextStep, type NextStep } from '../lib/domain/next-step.ts';
import type { Project } from '../lib/domain/project.ts';
import { FilmBar } from './film-bar.tsx';
import { filmFacts } from './film-facts.ts';
import { FilmMenu } from './film-menu.tsx';
import { Menu, MenuItem } from './menu.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import type { GoTo } from './film-view.tsx';
import { RunLine } from './late-parts.tsx';
import { clockTime } from './scene-name.ts';
import { usePressGuard } from './use-press-guard.ts';
import { useT } from './words.tsx';

/** More projects than this make the chooser a list that nobody reads. */
const MOST_OFFERED = 12;

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
          <ProjectMenu {...props} />
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
        <FilmMenu {...props} />
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
      return actions.downloadAll();
    case 'retryFailed':
      return actions.retryFailed();
  }
}

/** The newest that are not put away, and the one that is shown; the list of all has the rest. */
function shownIn(projects: readonly Project[], shown: Project | null): readonly Project[] {
  const newest = projects.filter(({ archivedAt }) => archivedAt === null).slice(0, MOST_OFFERED);
  return shown === null || newest.includes(shown) ? newest : [...newest, shown];
}

function ProjectMenu({ data, actions, onOpen }: HeaderProps) {
  const { project, projects } = data;
  const t = useT();
  const face = (
    <>
      <span className="cut">{project?.name ?? 'Retake'}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </>
  );
  return (
    <Menu label={t('projectMenu', project?.name ?? 'Retake')} className="project-button" face={face}>
      {shownIn(projects, project).map((each) => (
        <MenuItem
          key={each.id}
          checked={each.id === project?.id}
          onPress={() => actions.chooseProject(each.id)}
        >
          {each.name}
        </MenuItem>
      ))}
      {projects.length > 0 && <hr />}
      {projects.length > 0 && (
        <MenuItem icon={<Search size={14} />} onPress={() => onOpen('projects')}>
          {t('projects')}
        </MenuItem>
      )}
      <MenuItem onPress={() => onOpen('newProject')}>{t('newProject')}</MenuItem>
      {project !== null && (
        <>
          <MenuItem onPress={() => onOpen('rename')}>{t('renameProject')}</MenuItem>
          <MenuItem onPress={() => actions.archiveProject(project.id, project.archivedAt === null)}>
            {t(project.archivedAt === null ? 'archiveProject' : 'bringProjectBack')}
          </MenuItem>
          <MenuItem onPress={() => actions.deleteProject(project.id)}>{t('deleteProject')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
