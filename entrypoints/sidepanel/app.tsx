import { useEffect, useMemo, useState } from 'react';
import { AssetUrlProvider } from '../../components/asset-url.tsx';
import { NowProvider } from '../../components/now.tsx';
import type { PanelData } from '../../components/panel-props.ts';
import { Panel } from '../../components/panel.tsx';
import { useT, WordsProvider } from '../../components/words.tsx';
import { isOn } from '../../lib/domain/fault-plan.ts';
import { isId, type ProjectId } from '../../lib/domain/ids.ts';
import type { Project } from '../../lib/domain/project.ts';
import type { Language } from '../../lib/domain/settings.ts';
import { onFaultPlan, readFaultPlan } from '../../lib/platform/fault-plan.ts';
import { browserLanguage, loadWords } from '../../lib/platform/words.ts';
import { background } from './live-store.ts';
import { panelActions } from './panel-actions.ts';
import { useCommands } from './use-commands.ts';
import {
  live,
  useAssetUrl,
  useCardOf,
  useFilm,
  useHolds,
  useProgressOf,
  useProjects,
  useSettings,
} from './use-live.ts';

/** The panel with live data, in the language that is chosen. */
export function App() {
  const settings = useSettings();
  const language = settings.language ?? browserLanguage();
  const messages = useWords(language);
  const projects = useProjects();
  // A first call wakes the background, which takes up what an earlier one left.
  useEffect(() => void background.ready(), []);
  if (messages === null || projects === undefined) return null;
  return (
    <WordsProvider language={language} messages={messages}>
      <AssetUrlProvider value={useAssetUrl}>
        <LivePanel language={language} projects={projects} paused={settings.paused} />
      </AssetUrlProvider>
    </WordsProvider>
  );
}

function LivePanel({
  language,
  projects,
  paused,
}: Pick<PanelData, 'projects' | 'paused'> & { readonly language: Language }) {
  const t = useT();
  const [project, choose] = useChosen(projects);
  const projectId = project?.id ?? null;
  const commands = useCommands();
  const places = useFilm(projectId);
  const holds = useHolds();
  const planOn = usePlanOn();
  const otherVersion = useOtherVersion();
  const now = useTicking(places.some(({ tone }) => tone === 'work'));
  const { useCard, useProgress } = useHooks(projectId);
  const { undo, message, send, tell, tellFault, close } = commands;
  const actions = useMemo(
    () =>
      panelActions({
        commands: { send, tell, tellFault, close, undo: null, message: null },
        projectId,
        language,
        t,
        choose,
      }),
    [send, tell, tellFault, close, projectId, language, t, choose],
  );
  const data = {
    projects,
    project,
    places,
    useCard,
    useProgress,
    paused,
    holds,
    planOn,
    language,
    undo,
    message,
    otherVersion,
  };
  return (
    <NowProvider value={now}>
      <Panel data={data} actions={actions} />
    </NowProvider>
  );
}

/** Hooks that read scenes of one project; the same ones until another is chosen. */
function useHooks(projectId: ProjectId | null): Pick<PanelData, 'useCard' | 'useProgress'> {
  return useMemo(
    () => ({
      useCard: (index) => useCardOf(projectId, index),
      useProgress: (index, kind) => useProgressOf(projectId, index, kind),
    }),
    [projectId],
  );
}

/** The project in the address, else the newest. */
function useChosen(projects: readonly Project[]): readonly [Project | null, (id: ProjectId) => void] {
  const [chosen, setChosen] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const project = projects.find(({ id }) => id === chosen) ?? projects[0] ?? null;
  const choose = useMemo(
    () => (id: ProjectId) => {
      if (isId('project', id)) history.replaceState(null, '', `#${encodeURIComponent(id)}`);
      setChosen(id);
    },
    [],
  );
  return [project, choose];
}

function useWords(language: Language): Readonly<Record<string, string>> | null {
  const [words, setWords] = useState<Readonly<Record<string, string>> | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadWords(language).then((loaded) => {
      if (isGone) return;
      document.documentElement.lang = language;
      setWords(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [language]);
  return words;
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

function useTicking(ticks: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticks) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticks]);
  return now;
}
