import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { captionAt, captionsOf } from '../../lib/domain/captions.ts';
import { seenKey, type PreviewPart } from '../../lib/domain/preview.ts';
import { useAssetUrl } from '../asset-url.tsx';
import { sceneName } from '../scene-name.ts';
import { useT } from '../words.tsx';
import { ClipPlayer } from './clip-player.tsx';
import { arranged, clipOf, EMPTY_SLOTS, roleOf, type Clip, type SlotName, type Slots } from './clip-slots.ts';
import { usePassing, type Clock } from './use-passing.ts';
import type { Player } from './use-player.ts';

const SLOT_NAMES: readonly SlotName[] = ['a', 'b'];

/** Shows what is seen of the film now: two players that take turns, images and cards, and what is said. */
export function PreviewStage({ player, isMuted }: { readonly player: Player; readonly isMuted: boolean }) {
  const { preview, head, part, move } = player;
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const clipIn = (each: PreviewPart | undefined): Clip | null => {
    const clip = clipOf(each);
    return clip === null || broken.has(clip.key) ? null : clip;
  };
  const next = preview[head.at + 1];
  const present = clipIn(part);
  const { slots, onReady } = useSlots(present, clipIn(next));
  const elements = { a: useRef<HTMLVideoElement>(null), b: useRef<HTMLVideoElement>(null) };
  const isSeen = slots[slots.front]?.key === present?.key;
  usePassing(player, clockOf(present, isSeen, elements[slots.front]));
  const onRefused = useCallback(() => move({ type: 'pause' }), [move]);
  return (
    <div className="stage" data-seen={part?.index} data-waits={present !== null && !isSeen}>
      {SLOT_NAMES.map((slot) => (
        <ClipPlayer
          key={slot}
          element={elements[slot]}
          clip={slots[slot]}
          role={roleOf(slots, slot, present)}
          isFront={slot === slots.front && (present !== null || slots[slot] !== null)}
          isPlaying={head.isPlaying}
          isMuted={isMuted}
          startS={head.offsetS}
          jumps={head.jumps}
          onReady={(clip) => onReady(slot, clip)}
          onBroken={({ key }) => setBroken((known) => new Set(known).add(key))}
          onRefused={onRefused}
          onEnded={() => move({ type: 'ended', at: head.at })}
        />
      ))}
      {[part, next].map((each) =>
        each?.seen.type === 'image' ? <Still key={seenKey(each)} part={each} isSeen={each === part} /> : null,
      )}
      {part !== undefined && present === null && part.seen.type !== 'image' && (
        <Card part={part} isBroken={part.seen.type === 'video'} />
      )}
    </div>
  );
}

/** What is said now, in room of its own: takes may have their captions in the picture already. */
export function PreviewCaption({ player: { head, part } }: { readonly player: Player }) {
  const captions = useMemo(
    () => (part === undefined ? [] : captionsOf(part.voiceOver, part.to - part.from)),
    [part],
  );
  return <p className="caption">{captionAt(captions, head.offsetS)}</p>;
}

function useSlots(
  present: Clip | null,
  next: Clip | null,
): { readonly slots: Slots; readonly onReady: (slot: SlotName, clip: Clip) => void } {
  const [kept, setKept] = useState(EMPTY_SLOTS);
  const [ready, setReady] = useState<{ readonly [S in SlotName]?: string }>({});
  const slots = arranged(kept, present, next, (slot) => ready[slot] === kept[slot]?.key);
  if (slots !== kept) setKept(slots);
  const onReady = useCallback((slot: SlotName, { key }: Clip) => {
    setReady((known) => (known[slot] === key ? known : { ...known, [slot]: key }));
  }, []);
  return { slots, onReady };
}

/** The time stands while the clip that should be seen has no picture yet. */
function clockOf(present: Clip | null, isSeen: boolean, element: RefObject<HTMLVideoElement | null>): Clock {
  if (present === null) return { type: 'wall' };
  return isSeen ? { type: 'clip', element } : { type: 'stands' };
}

/** A picked image, which stands for its scene's length. The next one is decoded ahead. */
function Still({ part, isSeen }: { readonly part: PreviewPart; readonly isSeen: boolean }) {
  const t = useT();
  const url = useAssetUrl(part.seen.type === 'image' ? part.seen.assetId : null);
  if (url === null) return null;
  const name = `${sceneName(t, part.index, part.ordinal)}, ${t('kind_image')}`;
  return <img src={url} alt={isSeen ? name : ''} className={isSeen ? 'front' : ''} decoding="sync" />;
}

function Card({ part, isBroken }: { readonly part: PreviewPart; readonly isBroken: boolean }) {
  const t = useT();
  return (
    <div className="missing">
      <b>{sceneName(t, part.index, part.ordinal)}</b>
      <span className="line">{part.line}</span>
      <span className="why">{t(isBroken ? 'preview_broken' : 'preview_noVideo')}</span>
    </div>
  );
}
