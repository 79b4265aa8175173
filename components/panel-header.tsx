import { ChevronDown, Ellipsis, Square } from 'lucide-react';
import { nextStep, type NextStep } from '../lib/domain/next-step.ts';
import { ASPECTS, type Project } from '../lib/domain/project.ts';
import { LANGUAGES } from '../lib/domain/settings.ts';
import { FilmBar } from './film-bar.tsx';
import { filmFacts } from './film-facts.ts';
import { Menu, MenuItem } from './menu.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import type { GoTo } from './scene-list.tsx';
import { useT } from './words.tsx';

/** What the header opens. */
export type OpenDialog = 'newProject' | 'rename' | 'import';

interface HeaderProps {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onGoTo: GoTo;
}

/** The fixed part: the project, the film's next step, the menu, and the film at a glance. */
export function PanelHeader(props: HeaderProps) {
  const { data, actions, onOpen, onGoTo } = props;
  const { project, places } = data;
  const t = useT();
  const facts = filmFacts(data);
  const step = nextStep(facts);
  return (
    <header className="header">
      <div className="row">
        <h1 className="grow cut">
          <ProjectMenu {...props} />
        </h1>
        {project !== null && (
          <button type="button" className="button main" onClick={() => take(step, actions, onOpen)}>
            {t(`step_${step}`)}
          </button>
        )}
        {facts.open > 0 && (
          <button
            type="button"
            className="button icon"
            aria-label={t('stopAll')}
            title={t('stopAll')}
            onClick={actions.stopAll}
          >
            <Square size={14} aria-hidden="true" />
          </button>
        )}
        <FilmMenu {...props} />
      </div>
      {project !== null && places.length > 0 && (
        <>
          <FilmBar places={places} onGoTo={onGoTo} />
          <div className="row soft counts">
            <span className="grow">{t('count_scenes', places.length)}</span>
            {facts.failed > 0 && <span className="bad-text">{t('count_failed', facts.failed)}</span>}
            <span>{t('count_videos', String(facts.videos), String(facts.scenes))}</span>
          </div>
        </>
      )}
    </header>
  );
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
    case 'downloadAll':
      return actions.downloadAll();
    case 'retryFailed':
      return actions.retryFailed();
  }
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
      {projects.map((each: Project) => (
        <MenuItem
          key={each.id}
          checked={each.id === project?.id}
          onPress={() => actions.chooseProject(each.id)}
        >
          {each.name}
        </MenuItem>
      ))}
      {projects.length > 0 && <hr />}
      <MenuItem onPress={() => onOpen('newProject')}>{t('newProject')}</MenuItem>
      {project !== null && (
        <>
          <MenuItem onPress={() => onOpen('rename')}>{t('renameProject')}</MenuItem>
          <MenuItem onPress={() => actions.deleteProject(project.id)}>{t('deleteProject')}</MenuItem>
        </>
      )}
    </Menu>
  );
}

function FilmMenu({ data, actions, onOpen }: HeaderProps) {
  const { project, places, paused, language } = data;
  const t = useT();
  const hasScenes = project !== null && places.length > 0;
  return (
    <Menu label={t('menu')} face={<Ellipsis size={18} aria-hidden="true" />}>
      {project !== null && <MenuItem onPress={() => onOpen('import')}>{t('step_importScript')}</MenuItem>}
      {hasScenes && (
        <>
          <MenuItem onPress={() => actions.generateAll('image')}>{t('step_generateAllImages')}</MenuItem>
          <MenuItem onPress={() => actions.generateAll('video')}>{t('step_generateAllVideos')}</MenuItem>
          <MenuItem onPress={actions.retryFailed}>{t('step_retryFailed')}</MenuItem>
          <MenuItem onPress={paused ? actions.resume : actions.pause}>
            {t(paused ? 'step_resume' : 'step_pause')}
          </MenuItem>
          <MenuItem onPress={actions.stopAll}>{t('stopAll')}</MenuItem>
          <MenuItem onPress={actions.downloadAll}>{t('step_downloadAll')}</MenuItem>
        </>
      )}
      {project !== null && (
        <>
          <p className="menu-title">{t('videoFrom')}</p>
          {(['picture', 'text'] as const).map((videoFrom) => (
            <MenuItem
              key={videoFrom}
              checked={project.videoFrom === videoFrom}
              onPress={() => actions.setProject({ videoFrom })}
            >
              {t(`videoFrom_${videoFrom}`)}
            </MenuItem>
          ))}
          <p className="menu-title">{t('aspect')}</p>
          {ASPECTS.map((aspect) => (
            <MenuItem
              key={aspect}
              checked={project.aspect === aspect}
              onPress={() => actions.setProject({ aspect })}
            >
              {aspect}
            </MenuItem>
          ))}
        </>
      )}
      <p className="menu-title">{t('language')}</p>
      {LANGUAGES.map((each) => (
        <MenuItem key={each} checked={language === each} onPress={() => actions.setLanguage(each)}>
          {each === 'vi' ? 'Tiếng Việt' : 'English'}
        </MenuItem>
      ))}
    </Menu>
  );
}
