import { useEffect, useMemo, useState } from 'react';
import { AssetUrlProvider } from '../../components/asset-url.tsx';
import { NowProvider } from '../../components/now.tsx';
import type { PanelData } from '../../components/panel-props.ts';
import { LostBackground } from '../../components/lost-background.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueueProvider } from '../../components/queue-state.tsx';
import { useT, WordsProvider } from '../../components/words.tsx';
import { capabilitiesOf } from '../../lib/domain/capabilities.ts';
import { isOn } from '../../lib/domain/fault-plan.ts';
import type { Hold } from '../../lib/domain/hold.ts';
import { isId, type ProjectId } from '../../lib/domain/ids.ts';
import { PROVIDER_OFFERS } from '../../lib/domain/provider-offer.ts';
import type { Project } from '../../lib/domain/project.ts';
import type { Language, Settings } from '../../lib/domain/settings.ts';
import { usualMs } from '../../lib/domain/work-time.ts';
import { onFaultPlan, readFaultPlan } from '../../lib/platform/fault-plan.ts';
import { restart } from '../../lib/platform/start.ts';
import { browserLanguage } from '../../lib/platform/words.ts';
import { background } from '../page/live-store.ts';
import { panelActions } from './panel-actions.ts';
import { useCommands } from '../page/use-commands.ts';
import { useFilmPlanOf, useFilmWork, usePreviewOf } from './use-film-work.ts';
import { useFilm } from '../page/use-film.ts';
import { useHistory } from '../page/use-history.ts';
import { useBatchOf, useFlow, useFlowOffers, useFlowZoom, useOwnOrders, useSpentOf } from './use-flow.ts';
import { useLostBackground } from './use-lost-background.ts';
import { usePictures } from './use-pictures.ts';
import { useRun } from './use-run.ts';
import { useWords } from '../page/use-words.ts';
import {
  live,
  useAssetUrl,
  useCardOf,
  useHolds,
  useProgressOf,
  useProjectLines,
  useProjects,
  useSaveFault,
  useScriptOf,
  useSettings,
  useStorage,
  useTakeCost,
} from '../page/use-live.ts';

/** The panel with live data, in the language that is chosen. */
export function App() {
  const settings = useSettings();
  const language = settings.language ?? browserLanguage();
  const messages = useWords(language);
  const projects = useProjects();
  const isLost = useLostBackground();
  useEffect(() => {
    const leave = (): void => void background.panelLeft();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  if (messages === null || (projects === undefined && !isLost)) return null;
  return (
    <WordsProvider language={language} messages={messages}>
      <AssetUrlProvider value={useAssetUrl}>
        {isLost || projects === undefined ? (
          <LostBackground onRestart={restart} />
        ) : (
          <LivePanel language={language} projects={projects} settings={settings} />
        )}
      </AssetUrlProvider>
    </WordsProvider>
  );
}

function LivePanel({
  language,
  projects,
  settings: { paused, saveTakes, mostPending, mayUpload, presets, sound, notification },
}: Pick<PanelData, 'projects'> & { readonly language: Language; readonly settings: Settings }) {
  const t = useT();
  const [project, choose] = useChosen(projects);
  const projectId = project?.id ?? null;
  const commands = useCommands(background.command, useHistory(projectId));
  const places = useFilm(projectId);
  const run = useRunShown(project, places, mostPending);
  const holds = useHolds();
  const saveFault = useSaveFault();
  const planOn = usePlanOn();
  const otherVersion = useOtherVersion();
  const now = useTicking(
    places.some(({ tone }) => tone === 'work'),
    holds,
  );
  const queue = useMemo(() => ({ paused, holds }), [paused, holds]);
  const hooks = useHooks(projectId);
  const flow = useFlow();
  const flowZoom = useFlowZoom();
  const [filmWork, film] = useFilmWork(projectId);
  const { undo, redo, message, send, tell, tellFault, offerUndo, close } = commands;
  const pictures = usePictures(project, { send, tell, tellFault, offerUndo });
  const actions = useMemo(
    () =>
      panelActions({
        commands: { send, tell, tellFault, offerUndo, close, undo, redo },
        pictures: pictures.actions,
        projectId,
        language,
        t,
        choose,
        film,
      }),
    [
      send,
      tell,
      tellFault,
      offerUndo,
      close,
      undo,
      redo,
      pictures.actions,
      projectId,
      language,
      t,
      choose,
      film,
    ],
  );
  const data = {
    projects,
    project,
    places,
    run,
    ...hooks,
    flow,
    flowZoom,
    filmWork,
    useStorage,
    useProjectLines,
    useOwnOrders,
    useTakeCost,
    paused,
    holds,
    saveTakes,
    flowSettings: { mostPending, mayUpload },
    presets,
    reminders: { sound, notification },
    saveFault,
    planOn,
    language,
    pictures: pictures.data,
    undo: commands.undoOffer,
    redo: commands.redoOffer,
    offers: PROVIDER_OFFERS,
    message,
    otherVersion,
  };
  return (
    <NowProvider value={now}>
      <QueueProvider value={queue}>
        <Panel data={data} actions={actions} />
      </QueueProvider>
    </NowProvider>
  );
}

function useRunShown(
  project: Project | null,
  places: PanelData['places'],
  mostPending: number,
): PanelData['run'] {
  const read = useRun(
    project?.id ?? null,
    places.some(({ open }) => open.length > 0),
  );
  const provider = project?.provider ?? 'animatic';
  return useMemo(() => {
    const has = capabilitiesOf(provider);
    if (read === null || has === null) return null;
    const atOnce = has.needsPress ? Math.min(mostPending, has.mostAtOnce) : has.mostAtOnce;
    return { run: read.run, usual: usualMs(read.tasks, provider), atOnce };
  }, [read, provider, mostPending]);
}

/** Hooks that read scenes of one project; the same ones until another is chosen. */
function useHooks(
  projectId: ProjectId | null,
): Pick<
  PanelData,
  | 'useCard'
  | 'useScript'
  | 'useProgress'
  | 'useFilmPlan'
  | 'usePreview'
  | 'useBatch'
  | 'useSpent'
  | 'useFlowOffers'
> {
  return useMemo(
    () => ({
      useCard: (index) => useCardOf(projectId, index),
      useScript: () => useScriptOf(projectId),
      useProgress: (index, kind) => useProgressOf(projectId, index, kind),
      useFilmPlan: () => useFilmPlanOf(projectId),
      usePreview: () => usePreviewOf(projectId),
      useBatch: (order) => useBatchOf(projectId, order),
      useSpent: () => useSpentOf(projectId),
      useFlowOffers,
    }),
    [projectId],
  );
}

/** The project in the address, else the newest that is not put away. */
function useChosen(projects: readonly Project[]): readonly [Project | null, (id: ProjectId) => void] {
  const [chosen, setChosen] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const project =
    projects.find(({ id }) => id === chosen) ??
    projects.find(({ archivedAt }) => archivedAt === null) ??
    null;
  const choose = useMemo(
    () => (id: ProjectId) => {
      if (isId('project', id)) history.replaceState(null, '', `#${encodeURIComponent(id)}`);
      setChosen(id);
    },
    [],
  );
  return [project, choose];
}

function usePlanOn(): boolean {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const read = (): void => void readFaultPlan().then((plan) => setOn(isOn(plan)));
    read();
    onFaultPlan(read);
  }, []);
  return on;
}

function useOtherVersion(): boolean {
  const [other, setOther] = useState(false);
  useEffect(() => live.onOtherVersion(() => setOther(true)), []);
  return other;
}

/** The time, which moves on while something at work or a hold's countdown shows it. */
function useTicking(works: boolean, holds: readonly Hold[]): number {
  const [now, setNow] = useState(() => Date.now());
  const until = Math.max(0, ...holds.map(({ lifts }) => (lifts.type === 'time' ? lifts.at : 0)));
  useEffect(() => {
    setNow(Date.now());
    if (!works && until <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (!works && until <= Date.now()) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [works, until]);
  return now;
}
