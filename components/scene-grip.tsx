import { GripVertical } from 'lucide-react';
import type { DragEvent } from 'react';
import type { SceneIndex } from '../lib/domain/ids.ts';
import type { PanelActions } from './panel-props.ts';
import { useT } from './words.tsx';

/** The type under which a dragged scene travels; files that are dragged have another. */
export const SCENE_TYPE = 'application/x-retake-scene';

/** Takes a scene to another place in the film: dragged, or moved by the arrow keys. */
export function SceneGrip({
  index,
  actions,
}: {
  readonly index: SceneIndex;
  readonly actions: PanelActions;
}) {
  const t = useT();
  return (
    <button
      type="button"
      className="grip"
      draggable
      aria-label={t('moveScene', String(index))}
      title={t('moveHint')}
      onDragStart={(event) => begin(event, index)}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
        if (way === null) return;
        event.preventDefault();
        event.stopPropagation();
        actions.moveScene(index, way);
      }}
    >
      <GripVertical size={14} aria-hidden="true" />
    </button>
  );
}

function begin(event: DragEvent<HTMLElement>, index: SceneIndex): void {
  event.dataTransfer.setData(SCENE_TYPE, String(index));
  event.dataTransfer.effectAllowed = 'move';
  const article = event.currentTarget.closest('article');
  if (article !== null) event.dataTransfer.setDragImage(article, 16, 16);
}
