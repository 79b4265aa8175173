import { memo } from 'react';
import { timeOf } from '../../lib/domain/playhead.ts';
import { previewLengthS, type Preview } from '../../lib/domain/preview.ts';
import { clockTime, sceneName } from '../scene-name.ts';
import { useT } from '../words.tsx';
import type { Player } from './use-player.ts';

/** One bar over the whole film, a mark for each scene. */
export function PreviewSeek({ player: { preview, head, part, move } }: { readonly player: Player }) {
  const t = useT();
  const lengthS = previewLengthS(preview);
  const timeS = timeOf(preview, head);
  const name = part === undefined ? '' : sceneName(t, part.index, part.ordinal);
  return (
    <div className="seek">
      <Marks preview={preview} />
      <span className="played" aria-hidden="true" style={{ width: `${(timeS / (lengthS || 1)) * 100}%` }} />
      <input
        type="range"
        aria-label={t('preview_seek')}
        aria-valuetext={`${t('preview_timeOf', clockTime(timeS * 1000), clockTime(lengthS * 1000))}, ${name}`}
        min={0}
        max={lengthS}
        step={0.01}
        value={timeS}
        onChange={(event) => move({ type: 'seek', toS: event.target.valueAsNumber })}
      />
    </div>
  );
}

const Marks = memo(function SceneMarks({ preview }: { readonly preview: Preview }) {
  const lengthS = previewLengthS(preview);
  return (
    <div className="marks" aria-hidden="true">
      {preview.map(({ index, seen, from, to }) => (
        <span key={index} className={seen.type} style={{ flexGrow: (to - from) / lengthS }} />
      ))}
    </div>
  );
});
