import './preview.css';
import { useCallback, useRef, useState } from 'react';
import type { Card } from '../../lib/domain/card.ts';
import type { SceneIndex, TakeNumber } from '../../lib/domain/ids.ts';
import type { Preview } from '../../lib/domain/preview.ts';
import type { Project } from '../../lib/domain/project.ts';
import { PreviewControls } from './preview-controls.tsx';
import { PreviewScenes } from './preview-scenes.tsx';
import { PreviewSeek } from './preview-seek.tsx';
import { PreviewCaption, PreviewStage } from './preview-stage.tsx';
import { PreviewTakes } from './preview-takes.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { usePlayer } from './use-player.ts';
import { usePreviewKeys } from './use-preview-keys.ts';

/** Plays a film from what is picked now, without making it: every scene in its order, and its takes beside it. */
export function FilmPreview({
  preview,
  project: { aspect, captionStyle },
  useCard,
  onPick,
}: {
  readonly preview: Preview;
  readonly project: Pick<Project, 'aspect' | 'captionStyle'>;
  /** Reads one scene with its takes. A hook. */
  readonly useCard: (index: SceneIndex) => Card | null;
  readonly onPick: (index: SceneIndex, number: TakeNumber) => void;
}) {
  const player = usePlayer(preview);
  const screen = useRef<HTMLDivElement>(null);
  const [isMuted, setMuted] = useState(false);
  const [isFull, changeFull] = useFullScreen(screen);
  const changeMuted = useCallback(() => setMuted((was) => !was), []);
  usePreviewKeys(player, { onMuted: changeMuted, onFull: changeFull });
  const { head, part, move } = player;
  const onJump = useCallback((at: number) => move({ type: 'part', at }), [move]);
  return (
    <div className={`film-preview shape-${aspect.replace(':', 'x')}`}>
      <div ref={screen} className="screen">
        <PreviewStage player={player} isMuted={isMuted} />
        {captionStyle !== 'none' && <PreviewCaption player={player} />}
        <PreviewSeek player={player} />
        <PreviewControls
          player={player}
          isMuted={isMuted}
          onMuted={changeMuted}
          isFull={isFull}
          onFull={changeFull}
        />
      </div>
      <div className="beside">
        <PreviewScenes preview={player.preview} at={head.at} onJump={onJump} />
        {part !== undefined && <PreviewTakes part={part} useCard={useCard} onPick={onPick} />}
      </div>
    </div>
  );
}
