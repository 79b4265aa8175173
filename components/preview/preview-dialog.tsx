import type { Project } from '../../lib/domain/project.ts';
import { Dialog } from '../dialog.tsx';
import type { PanelActions, PanelData } from '../panel-props.ts';
import { useT } from '../words.tsx';
import { FilmPreview } from './film-preview.tsx';

/** The film as it is now, played in a dialog. */
export function PreviewDialog({
  project,
  data,
  actions,
  onClose,
}: {
  readonly project: Project;
  readonly data: PanelData;
  readonly actions: PanelActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const preview = data.usePreview();
  // A dialog that opened empty would begin at Close, and the space bar would press it.
  if (preview === null) return null;
  return (
    <Dialog title={t('preview_title')} className="preview-dialog" onClose={onClose}>
      <FilmPreview
        preview={preview}
        project={project}
        useCard={data.useCard}
        onPick={(index, number) => actions.pickTake(index, 'video', number)}
      />
    </Dialog>
  );
}
