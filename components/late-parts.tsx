import { lazy, Suspense, type ComponentType } from 'react';

/*
 * What is read when it is first opened: the panel’s first card waits for nothing that it does not show.
 */

function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Late = lazy(async () => ({ default: await load() }));
  return function LatePart(props: P) {
    return (
      <Suspense>
        <Late {...props} />
      </Suspense>
    );
  };
}

export const AdoptDialog = late(async () => (await import('./adopt-dialog.tsx')).AdoptDialog);
export const AskDialog = late(async () => (await import('./ask-dialog.tsx')).AskDialog);
export const BatchDialog = late(async () => (await import('./batch-dialog.tsx')).BatchDialog);
export const ByHand = late(async () => (await import('./by-hand.tsx')).ByHand);
export const ChooseBar = late(async () => (await import('./choose-bar.tsx')).ChooseBar);
export const ChosenDialog = late(async () => (await import('./chosen-dialog.tsx')).ChosenDialog);
export const CompareDialog = late(async () => (await import('./compare/compare-dialog.tsx')).CompareDialog);
export const ExportDialog = late(async () => (await import('./export-dialog.tsx')).ExportDialog);
export const FilmDialog = late(async () => (await import('./film-dialog.tsx')).FilmDialog);
export const FilmMenu = late(async () => (await import('./film-menu.tsx')).FilmMenu);
export const FlowDialogs = late(async () => (await import('./flow-dialogs.tsx')).FlowDialogs);
export const FrameDialog = late(async () => (await import('./frame-dialog.tsx')).FrameDialog);
export const GoToDialog = late(async () => (await import('./go-to-dialog.tsx')).GoToDialog);
export const ImportDialog = late(async () => (await import('./import-dialog.tsx')).ImportDialog);
export const PictureReport = late(async () => (await import('./picture-report.tsx')).PictureReport);
export const PicturesDialog = late(async () => (await import('./pictures-dialog.tsx')).PicturesDialog);
export const PresetDialog = late(async () => (await import('./preset-dialog.tsx')).PresetDialog);
export const PreviewDialog = late(async () => (await import('./preview/preview-dialog.tsx')).PreviewDialog);
export const ProjectDialog = late(async () => (await import('./project-dialog.tsx')).ProjectDialog);
export const ProjectsDialog = late(async () => (await import('./projects-dialog.tsx')).ProjectsDialog);
export const ProjectMenu = late(async () => (await import('./project-menu.tsx')).ProjectMenu);
export const ReplaceDialog = late(async () => (await import('./replace-dialog.tsx')).ReplaceDialog);
export const RunEnd = late(async () => (await import('./run-end.tsx')).RunEnd);
export const RunLine = late(async () => (await import('./run-line.tsx')).RunLine);
export const SceneEditor = late(async () => (await import('./scene-editor.tsx')).SceneEditor);
export const SceneMenu = late(async () => (await import('./scene-menu.tsx')).SceneMenu);
export const StorageDialog = late(async () => (await import('./storage-dialog.tsx')).StorageDialog);
export const StyleDialog = late(async () => (await import('./style-dialog.tsx')).StyleDialog);
