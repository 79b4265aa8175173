import { Clapperboard } from 'lucide-react';
import type { OpenDialog } from './panel-header.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { useT } from './words.tsx';

/** What a new user sees: how to begin, or what to do with a script that was just brought in. */
export function StartCard({
  data,
  actions,
  onOpen,
}: {
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onOpen: (dialog: OpenDialog) => void;
}) {
  const t = useT();
  const { project, projects, places } = data;
  if (project !== null && places.length > 0) {
    const untouched = places.every(({ tone }) => tone === 'empty');
    if (!untouched) return null;
    return (
      <section className="start small">
        <p>{t(project.videoFrom === 'picture' ? 'start_ready' : 'start_readyText', places.length)}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => actions.generateAll('video')}>
            {t('step_generateAllVideos')}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className="start">
      <Clapperboard size={32} aria-hidden="true" />
      <h2>{t(project === null ? 'start_title' : 'start_empty')}</h2>
      <p>{t(project === null ? 'start_words' : 'start_emptyWords')}</p>
      <div className="buttons">
        {project === null && (
          <button type="button" className="button main" onClick={() => onOpen('newProject')}>
            {t('newProject')}
          </button>
        )}
        <button type="button" className="button" onClick={() => onOpen('import')}>
          {t('step_importScript')}
        </button>
        <button type="button" className="button" onClick={() => onOpen('ask')}>
          {t('ask')}
        </button>
        {projects.length === 0 && (
          <button type="button" className="button" onClick={actions.openSample}>
            {t('openSample')}
          </button>
        )}
      </div>
      {data.saveTakes && <p className="soft">{t('start_saved', project?.stem ?? t('start_folder'))}</p>}
    </section>
  );
}
