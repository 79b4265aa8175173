import './tokens.css';
import './panel.css';
import './card.css';
import './dialog.css';
import { useRef, useState } from 'react';
import { Banners, Toast } from './banners.tsx';
import { useDrafts } from './drafts.ts';
import { ImportDialog } from './import-dialog.tsx';
import { PanelHeader, type OpenDialog } from './panel-header.tsx';
import type { PanelActions, PanelData } from './panel-props.ts';
import { ProjectDialog } from './project-dialog.tsx';
import { SceneList, type GoTo } from './scene-list.tsx';
import { StartCard } from './start-card.tsx';

/** The whole panel. A script file may be dropped anywhere on it. */
export function Panel({ data, actions }: { readonly data: PanelData; readonly actions: PanelActions }) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const drafts = useDrafts(actions.editScene);
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
          <SceneList
            key={project.id}
            places={places}
            aspect={project.aspect}
            data={data}
            actions={actions}
            drafts={drafts}
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
