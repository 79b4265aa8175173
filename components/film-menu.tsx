import {
  BookMarked,
  Clapperboard,
  Coins,
  Download,
  FileInput,
  Film,
  HardDrive,
  Image as ImageIcon,
  Images,
  LayoutGrid,
  ListChecks,
  MessageSquareText,
  MonitorPlay,
  Palette,
  Pause,
  Play,
  Redo2,
  Replace,
  RotateCcw,
  Search,
  Sparkles,
  Square,
  SquareCheck,
  Undo2,
} from 'lucide-react';
import { isPriced } from '../lib/domain/capabilities.ts';
import { filmsIn } from '../lib/domain/made-with.ts';
import { AFTER_IMAGES, ASPECTS } from '../lib/domain/project.ts';
import { LANGUAGES } from '../lib/domain/settings.ts';
import { MenuItem } from './menu.tsx';
import type { HeaderProps } from './panel-header.tsx';
import { useT } from './words.tsx';

/** Everything else that can be done with the film, and what is set for all: the lines of its menu. */
export function FilmMenu({ data, actions, onOpen, onChoose }: HeaderProps) {
  const { project, places, paused, saveTakes, reminders, language, undo, redo } = data;
  const t = useT();
  const hasScenes = project !== null && places.length > 0;
  const films = project === null ? [] : filmsIn(project, places);
  const usesFlow = films.some(({ provider }) => provider === 'flow');
  return (
    <>
      {project !== null && (
        <MenuItem icon={<FileInput size={14} />} onPress={() => onOpen('import')}>
          {t('step_importScript')}
        </MenuItem>
      )}
      {project !== null && (
        <MenuItem icon={<MessageSquareText size={14} />} onPress={() => onOpen('ask')}>
          {t('ask')}
        </MenuItem>
      )}
      {project !== null && (
        <MenuItem icon={<Images size={14} />} onPress={() => onOpen('pictures')}>
          {t('filmPictures')}
        </MenuItem>
      )}
      {undo !== null && (
        <MenuItem icon={<Undo2 size={14} />} onPress={actions.undo}>
          {t('undoEdit', t(`edit_${undo.name}`))}
        </MenuItem>
      )}
      {redo !== null && (
        <MenuItem icon={<Redo2 size={14} />} onPress={actions.redo}>
          {t('redoEdit', t(`edit_${redo}`))}
        </MenuItem>
      )}
      {hasScenes && (
        <>
          <MenuItem icon={<Search size={14} />} onPress={() => onOpen('goTo')}>
            {t('goToScene')}
          </MenuItem>
          <MenuItem icon={<LayoutGrid size={14} />} onPress={() => actions.openStudio({ type: 'film' })}>
            {t('studio_film')}
          </MenuItem>
          <MenuItem icon={<SquareCheck size={14} />} onPress={onChoose}>
            {t('choose')}
          </MenuItem>
          <MenuItem icon={<Replace size={14} />} onPress={() => onOpen('replace')}>
            {t('replace')}
          </MenuItem>
          <hr />
          <MenuItem icon={<ImageIcon size={14} />} onPress={() => actions.generateAll('image')}>
            {t('step_generateAllImages')}
          </MenuItem>
          <MenuItem icon={<Clapperboard size={14} />} onPress={() => actions.generateAll('video')}>
            {t('step_generateAllVideos')}
          </MenuItem>
          <MenuItem icon={<RotateCcw size={14} />} onPress={() => actions.retryFailed()}>
            {t('step_retryFailed')}
          </MenuItem>
          <MenuItem
            icon={paused ? <Play size={14} /> : <Pause size={14} />}
            onPress={paused ? actions.resume : actions.pause}
          >
            {t(paused ? 'step_resume' : 'step_pause')}
          </MenuItem>
          <MenuItem icon={<Square size={13} />} onPress={() => actions.stopAll()}>
            {t('stopAll')}
          </MenuItem>
          <MenuItem icon={<MonitorPlay size={14} />} onPress={() => onOpen('preview')}>
            {t('preview_title')}
          </MenuItem>
          <MenuItem icon={<Film size={14} />} onPress={() => onOpen('film')}>
            {t('step_makeFilm')}
          </MenuItem>
          <MenuItem icon={<Download size={14} />} onPress={() => onOpen('export')}>
            {t('step_export')}
          </MenuItem>
        </>
      )}
      {project !== null && (
        <>
          <hr />
          <MenuItem icon={<Palette size={14} />} onPress={() => onOpen('style')}>
            {t('style')}
          </MenuItem>
          <MenuItem icon={<Sparkles size={14} />} onPress={() => onOpen('maker')}>
            {t('maker')}
          </MenuItem>
          <MenuItem icon={<BookMarked size={14} />} onPress={() => onOpen('preset')}>
            {t('preset')}
          </MenuItem>
          <MenuItem icon={<Coins size={14} />} onPress={() => onOpen('spent')}>
            {t('spent')}
          </MenuItem>
          {usesFlow && (
            <MenuItem icon={<ListChecks size={14} />} onPress={() => onOpen('checkFlow')}>
              {t('checkFlow')}
            </MenuItem>
          )}
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
          {project.videoFrom === 'picture' && films.some(isPriced) && (
            <>
              <p className="menu-title">{t('afterImages')}</p>
              {AFTER_IMAGES.map((afterImages) => (
                <MenuItem
                  key={afterImages}
                  checked={project.afterImages === afterImages}
                  onPress={() => actions.setProject({ afterImages })}
                >
                  {t(`afterImages_${afterImages}`)}
                </MenuItem>
              ))}
            </>
          )}
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
      <hr />
      <MenuItem checked={saveTakes} onPress={() => actions.setSaveTakes(!saveTakes)}>
        {t('saveTakes')}
      </MenuItem>
      {usesFlow && (
        <>
          <p className="menu-title">{t('reminders')}</p>
          {(['sound', 'notification'] as const).map((way) => (
            <MenuItem
              key={way}
              checked={reminders[way]}
              onPress={() => actions.setReminders({ [way]: !reminders[way] })}
            >
              {t(`reminder_${way}`)}
            </MenuItem>
          ))}
          <hr />
        </>
      )}
      <MenuItem icon={<HardDrive size={14} />} onPress={() => onOpen('storage')}>
        {t('storage')}
      </MenuItem>
      <p className="menu-title">{t('language')}</p>
      {LANGUAGES.map((each) => (
        <MenuItem
          key={each}
          checked={language === each}
          onPress={() => actions.setSettings({ language: each })}
        >
          {each === 'vi' ? 'Tiếng Việt' : 'English'}
        </MenuItem>
      ))}
    </>
  );
}
