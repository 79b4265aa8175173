import { useEffect, useMemo } from 'react';
import { AssetUrlProvider } from '../../components/asset-url.tsx';
import { Studio, type StudioActions } from '../../components/studio/studio.tsx';
import { useT, WordsProvider } from '../../components/words.tsx';
import type { Project } from '../../lib/domain/project.ts';
import type { StudioPlace } from '../../lib/domain/studio-view.ts';
import { browserLanguage } from '../../lib/platform/words.ts';
import { background } from '../page/live-store.ts';
import { useCommands } from '../page/use-commands.ts';
import { useHistory } from '../page/use-history.ts';
import { useFilm } from '../page/use-film.ts';
import { useAssetUrl, useCardOf, useProjects, useSettings } from '../page/use-live.ts';
import { useWords } from '../page/use-words.ts';
import { goTo, useStudioPlace } from './use-studio-place.ts';

/** Flow’s page and a batch that runs are the panel’s to tell of. */
const THE_PANELS = { flow: { credits: null, atWork: 0, ready: null }, flowZoom: null, run: null } as const;

/** The studio with live data, in the language that is chosen. */
export function StudioApp() {
  const { language: chosen } = useSettings();
  const language = chosen ?? browserLanguage();
  const messages = useWords(language);
  const projects = useProjects();
  const place = useStudioPlace();
  useEffect(() => void background.ready(), []);
  if (messages === null || projects === undefined) return null;
  const project = projects.find(({ id }) => id === place?.projectId);
  return (
    <WordsProvider language={language} messages={messages}>
      <AssetUrlProvider value={useAssetUrl}>
        {place === null || project === undefined ? (
          <Nothing />
        ) : (
          <LiveStudio key={project.id} project={project} place={place} />
        )}
      </AssetUrlProvider>
    </WordsProvider>
  );
}

/** An address that names nothing, or a film that was deleted. */
function Nothing() {
  const t = useT();
  return (
    <main className="studio-nothing">
      <h1>Retake</h1>
      <p>{t('studio_nothing')}</p>
    </main>
  );
}

function LiveStudio({
  project,
  place: { view },
}: {
  readonly project: Project;
  readonly place: StudioPlace;
}) {
  const projectId = project.id;
  const { undo, redo, undoOffer, message, send, close } = useCommands(
    background.command,
    useHistory(projectId),
  );
  const places = useFilm(projectId);
  const useCard = useMemo(
    () => (index: Parameters<typeof useCardOf>[1]) => useCardOf(projectId, index),
    [projectId],
  );
  const actions: StudioActions = useMemo(
    () => ({
      go: (next) => goTo({ projectId, view: next }),
      pickTake: (index, kind, number) => void send({ type: 'pickTake', projectId, index, kind, number }),
      seeTake: (index, kind, number) => void send({ type: 'seeTake', projectId, index, kind, number }),
      undo: () => void undo(),
      redo: () => void redo(),
      undoZoom: () => undefined,
      closeMessage: close,
    }),
    [projectId, send, undo, redo, close],
  );
  const data = { project, view, places, useCard, message, undo: undoOffer, ...THE_PANELS };
  return <Studio data={data} actions={actions} />;
}
