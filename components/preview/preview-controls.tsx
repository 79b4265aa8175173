import { Maximize, Minimize, Pause, Play, SkipBack, SkipForward, Volume2, VolumeX } from 'lucide-react';
import { timeOf } from '../../lib/domain/playhead.ts';
import { previewLengthS } from '../../lib/domain/preview.ts';
import { clockTime } from '../scene-name.ts';
import { IconButton } from '../icon-button.tsx';
import { useT } from '../words.tsx';
import type { Player } from './use-player.ts';

/** Play, the neighbours, the time, the sound and the whole screen. */
export function PreviewControls({
  player: { preview, head, move },
  isMuted,
  onMuted,
  isFull,
  onFull,
}: {
  readonly player: Player;
  readonly isMuted: boolean;
  readonly onMuted: () => void;
  readonly isFull: boolean;
  readonly onFull: () => void;
}) {
  const t = useT();
  const time = clockTime(timeOf(preview, head) * 1000);
  return (
    <div className="row controls">
      <IconButton name={t('preview_back')} onPress={() => move({ type: 'step', by: -1 })}>
        <SkipBack size={16} aria-hidden="true" />
      </IconButton>
      <button
        type="button"
        className="button main icon"
        aria-label={t(head.isPlaying ? 'preview_pause' : 'play')}
        title={t(head.isPlaying ? 'preview_pause' : 'play')}
        data-first
        onClick={() => move({ type: head.isPlaying ? 'pause' : 'play' })}
      >
        {head.isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </button>
      <IconButton name={t('preview_next')} onPress={() => move({ type: 'step', by: 1 })}>
        <SkipForward size={16} aria-hidden="true" />
      </IconButton>
      <span className="grow time">
        {time} / {clockTime(previewLengthS(preview) * 1000)}
      </span>
      <IconButton name={t('preview_sound')} isPressed={!isMuted} onPress={onMuted}>
        {isMuted ? <VolumeX size={16} aria-hidden="true" /> : <Volume2 size={16} aria-hidden="true" />}
      </IconButton>
      <IconButton name={t('preview_full')} isPressed={isFull} onPress={onFull}>
        {isFull ? <Minimize size={16} aria-hidden="true" /> : <Maximize size={16} aria-hidden="true" />}
      </IconButton>
    </div>
  );
}
