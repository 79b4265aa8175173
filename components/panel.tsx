import './tokens.css';
import './panel.css';
import './menu.css';
import './card.css';
import './takes.css';
import './editor.css';
import './list.css';
import './choose.css';
import './run.css';
import './dialog.css';
import './pictures.css';
import './start.css';
import './projects.css';
import './flow.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BatchOrder } from '../lib/domain/batch.ts';
import { filmsIn } from '../lib/domain/made-with.ts';
import { isPriced } from '../lib/domain/capabilities.ts';
import type { AskDraft } from './ask-dialog.tsx';
import { Banners } from './banners.tsx';
import { useGivenFiles } from './dropped-files.ts';
import { FilmView, type GoTo } from './film-view.tsx';
import { FlowZoom } from './flow-line.tsx';
import {
  AskDialog,
  BatchDialog,
  ChooseBar,
  ChosenDialog,
  ExportDialog,
  FilmDialog,
  FlowDialogs,
  GoToDialog,
  ImportDialog,
  PictureReport,
  PicturesDialog,
  PresetDialog,
  PreviewDialog,
  ProjectDialog,
  ProjectsDialog,
  ReplaceDialog,
  RunEnd,
  StorageDialog,
  StyleDialog,
} from './late-parts.tsx';
import { PanelHeader, type OpenDialog } from './panel-header.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { SaveBanner } from './save-banner.tsx';
import type { ChosenChange } from './chosen-dialog.tsx';
import { useChoice } from './use-choice.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePanelKeys } from './use-panel-keys.ts';
import { StartCard } from './start-card.tsx';
import { Toast } from './toast.tsx';

/** The whole panel. A script file or pictures may be dropped anywhere on it. */
export function Panel({ data, actions: own }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const [batch, setBatch] = useState<BatchOrder | null>(null);
  const actions = useAskingFirst(data, own, setBatch);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState<readonly File[]>([]);
  const [asked, setAsked] = useState<ReadonlyMap<string, AskDraft>>(new Map());
  const [changing, setChanging] = useState<ChosenChange | null>(null);
  const choice = useChoice();
  const scroller = useRef<HTMLElement>(null);
  const goTo = useRef<GoTo>(null);
  const { project, places, language, offers } = data;
  const film = project?.id ?? '';
  const { end: endChoice } = choice;
  // A dialog is about the film that it was opened for, but for that of all projects: another film, chosen or left by a
  // deletion, closes it.
  const openedFor = useRef(film);
  useLayoutEffect(() => {
    const isOther = openedFor.current !== '' && openedFor.current !== film;
    openedFor.current = film;
    if (!isOther) return;
    setOpen((now) => (now === 'projects' ? now : null));
    setBatch(null);
    setChanging(null);
    endChoice();
    setGiven([]);
    setDropped(null);
  }, [film, endChoice]);
  const chosen = places.filter(({ index }) => choice.scenes?.has(index) === true);
  const choose = (): void => choice.set([]);
  const close = (): void => {
    // Pictures that came together with a script are asked about after it.
    setOpen(open === 'import' && given.length > 0 ? 'pictures' : null);
    if (open === 'pictures') setGiven([]);
    setDropped(null);
  };
  const offerScript = (script: File | string): void => {
    if (script instanceof File) setDropped(script);
    else setTyped(script);
    setOpen('import');
  };
  const drops = useGivenFiles(
    actions.sortFiles,
    open === null ? offerScript : null,
    ({ script, pictures, clips, place, asTake }) => {
      if (script !== null) offerScript(script);
      if (asTake && place?.type === 'scene') return actions.giveTakes([...clips, ...pictures], place.index);
      if (clips.length > 0) actions.giveClips(clips, place?.type === 'scene' ? place.index : null);
      if (pictures.length === 0) return;
      if (place !== null) return actions.addPictures(pictures, place);
      if (script === null && project === null) return actions.tellNeedProject();
      setGiven((known) => [...known, ...pictures]);
      if (script === null) setOpen('pictures');
    },
  );
  useKeptFocus();
  usePanelKeys({
    onFind: places.length > 0 ? () => setOpen('goTo') : null,
    onUndo: actions.undo,
    onRedo: actions.redo,
    onChoose: places.length > 0 && choice.scenes === null ? choose : null,
    onEnd: choice.scenes === null ? null : endChoice,
  });
  return (
    <div className="panel" {...drops}>
      <PanelHeader
        data={data}
        actions={actions}
        onOpen={setOpen}
        onGoTo={(index) => goTo.current?.(index)}
        onChoose={choose}
        isChoosing={choice.scenes !== null}
      />
      <main key={project?.id ?? ''} className="scroll" ref={scroller} tabIndex={-1}>
        <SaveBanner data={data} actions={actions} />
        <Banners
          data={data}
          actions={actions}
          onStorage={() => setOpen('storage')}
          onChoose={() => setOpen('maker')}
        />
        {data.run !== null && <RunEnd run={data.run.run} places={places} actions={actions} />}
        <FlowZoom flowZoom={data.flowZoom} actions={actions} />
        <StartCard data={data} actions={actions} onOpen={setOpen} />
        {project !== null && (
          <FilmView
            key={project.id}
            project={project}
            data={data}
            actions={actions}
            choice={choice}
            scroller={scroller}
            goTo={goTo}
            onFind={() => setOpen('goTo')}
          />
        )}
      </main>
      {project !== null && choice.scenes !== null && (
        <ChooseBar
          project={project}
          places={places}
          chosen={chosen}
          actions={actions}
          onSet={choice.set}
          onChange={setChanging}
          onEnd={endChoice}
        />
      )}
      {open !== 'pictures' && (data.pictures.progress !== null || data.pictures.refused.length > 0) && (
        <PictureReport
          pictures={data.pictures}
          onShow={() => setOpen('pictures')}
          onClose={actions.closeRefused}
        />
      )}
      <Toast data={data} actions={actions} />
      {open === 'newProject' && (
        <ProjectDialog
          name=""
          offers={offers}
          presets={data.presets}
          onCreate={actions.createProject}
          onClose={close}
        />
      )}
      {open === 'preset' && project !== null && (
        <PresetDialog project={project} presets={data.presets} actions={actions} onClose={close} />
      )}
      {open === 'projects' && <ProjectsDialog data={data} actions={actions} onClose={close} />}
      {open === 'rename' && project !== null && (
        <ProjectDialog
          name={project.name}
          client={project.client}
          onRename={(name, client) => actions.renameProject(project.id, name, client)}
          onClose={close}
        />
      )}
      {open === 'film' && (
        <FilmDialog
          useFilmPlan={data.useFilmPlan}
          work={data.filmWork}
          actions={actions.film}
          onGoTo={(index) => goTo.current?.(index)}
          onPreview={() => {
            actions.film.leave();
            setOpen('preview');
          }}
          onClose={close}
        />
      )}
      {open === 'export' && (
        <ExportDialog
          useFilmPlan={data.useFilmPlan}
          onExport={actions.downloadAll}
          onGoTo={(index) => goTo.current?.(index)}
          onClose={close}
        />
      )}
      {open === 'preview' && project !== null && (
        <PreviewDialog project={project} data={data} actions={actions} onClose={close} />
      )}
      {open === 'goTo' && (
        <GoToDialog places={places} onGoTo={(index) => goTo.current?.(index)} onClose={close} />
      )}
      {open === 'style' && project !== null && (
        <StyleDialog project={project} onSave={(lines) => actions.setProject({ lines })} onClose={close} />
      )}
      {open === 'replace' && (
        <ReplaceDialog useScript={data.useScript} onReplace={actions.replaceText} onClose={close} />
      )}
      {open === 'ask' && (
        <AskDialog
          draft={asked.get(film) ?? null}
          aspect={project?.aspect ?? null}
          language={language}
          hasScenes={places.length > 0}
          actions={actions}
          onChange={(draft) => setAsked((known) => new Map(known).set(film, draft))}
          onClose={close}
        />
      )}
      {open === 'import' && (
        <ImportDialog
          file={dropped}
          typed={typed}
          onType={setTyped}
          aspect={project?.aspect ?? null}
          hasScenes={places.length > 0}
          actions={actions}
          onClose={close}
        />
      )}
      {changing !== null && project !== null && (
        <ChosenDialog
          what={changing}
          project={project}
          chosen={chosen}
          data={data}
          actions={actions}
          onMaker={() => {
            setChanging(null);
            setOpen('maker');
          }}
          onClose={() => setChanging(null)}
        />
      )}
      {batch !== null && (
        <BatchDialog
          order={batch}
          useBatch={data.useBatch}
          useOffers={data.useFlowOffers}
          onStart={(kind, scenes) =>
            kind === 'failed'
              ? own.retryFailed(scenes)
              : own.generateAll(kind, { scenes, again: batch.type === 'all' && batch.again === true })
          }
          onSet={own.setProject}
          onChoose={(isOwn) => {
            setBatch(null);
            if (isOwn && chosen.length > 0) setChanging('maker');
            else setOpen('maker');
          }}
          onClose={() => setBatch(null)}
        />
      )}
      {(open === 'maker' || open === 'spent' || open === 'checkFlow') && (
        <FlowDialogs open={open} data={data} actions={actions} onClose={close} />
      )}
      {open === 'storage' && <StorageDialog data={data} actions={actions} onClose={close} />}
      {open === 'pictures' && project !== null && (
        <PicturesDialog
          data={data}
          actions={actions}
          given={given}
          onGiven={() => setGiven([])}
          onClose={close}
        />
      )}
    </div>
  );
}

/** What costs is listed before it is started (L9): its button opens the sheet. */
function useAskingFirst(
  { project, places }: Pick<PanelData, 'project' | 'places'>,
  actions: PanelActions,
  ask: (order: BatchOrder) => void,
): PanelActions {
  const costs = project !== null && filmsIn(project, places).some(isPriced);
  return useMemo(
    () =>
      costs
        ? {
            ...actions,
            generateAll: (kind, of) => ask({ type: 'all', kind, ...of }),
            retryFailed: (scenes) => ask({ type: 'failed', ...(scenes && { scenes }) }),
          }
        : actions,
    [costs, actions, ask],
  );
}
