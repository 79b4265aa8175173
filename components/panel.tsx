import './tokens.css';
import './panel.css';
import './card.css';
import './dialog.css';
import { useRef, useState, type RefObject } from 'react';
import type { Project } from '../lib/domain/project.ts';
import { Banners, Toast } from './banners.tsx';
import { useDrafts } from './drafts.ts';
import { ImportDialog } from './import-dialog.tsx';
import { PanelHeader, type OpenDialog } from './panel-header.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { ProjectDialog } from './project-dialog.tsx';
import { SceneList, type GoTo } from './scene-list.tsx';
import { StartCard } from './start-card.tsx';

/** The cards of one project and its drafts: another project begins with none of them (L1). */
function Film({
  project,
  data,
  actions,
  scroller,
  goTo,
}: {
  readonly project: Project;
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly goTo: RefObject<GoTo | null>;
}) {
  const drafts = useDrafts(actions.editScene);
  return (
    <SceneList
      places={data.places}
      project={project}
      data={data}
      actions={actions}
      drafts={drafts}
      scroller={scroller}
      goTo={goTo}
    />
  );
}

/** The whole panel. A script file may be dropped anywhere on it. */
export function Panel({ data, actions }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const goTo = useRef<GoTo>(null);
  const { project, places } = data;
  const close = (): void => {
    setOpen(null);
    setDropped(null);
  };
  return (
    <div
      className="panel"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (!file) return;
        setDropped(file);
        setOpen('import');
      }}
    >
      <PanelHeader data={data} actions={actions} onOpen={setOpen} onGoTo={(index) => goTo.current?.(index)} />
      <main className="scroll" ref={scroller}>
        <Banners data={data} actions={actions} />
        <StartCard data={data} actions={actions} onOpen={setOpen} />
        {project !== null && (
          <Film
            key={project.id}
            project={project}
            data={data}
            actions={actions}
            scroller={scroller}
            goTo={goTo}
          />
        )}
      </main>
      <Toast data={data} actions={actions} />
      {open === 'newProject' && <ProjectDialog name="" onCreate={actions.createProject} onClose={close} />}
      {open === 'rename' && project !== null && (
        <ProjectDialog
          name={project.name}
          onRename={(name) => actions.renameProject(project.id, name)}
          onClose={close}
        />
      )}
      {open === 'import' && (
        <ImportDialog file={dropped} hasScenes={places.length > 0} actions={actions} onClose={close} />
      )}
    </div>
  );
}
