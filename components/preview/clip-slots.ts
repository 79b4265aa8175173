import { seenKey, type PreviewPart } from '../../lib/domain/preview.ts';
import type { AssetId } from '../../lib/domain/ids.ts';

/** A video that is to be played, or to be ready. */
export interface Clip {
  readonly key: string;
  readonly assetId: AssetId;
}

/** One of the two players. */
export type SlotName = 'a' | 'b';

/** The two players: the one in front is seen, the other one makes ready what comes next. */
export interface Slots {
  readonly front: SlotName;
  readonly a: Clip | null;
  readonly b: Clip | null;
}

/** What a player does with its clip: `left` is still seen while the present one is made ready. */
export type SlotRole = 'present' | 'next' | 'left';

/** Two players with nothing in them. */
export const EMPTY_SLOTS: Slots = { front: 'a', a: null, b: null };

/** The video of a part; null where it has none. */
export function clipOf(part: PreviewPart | undefined): Clip | null {
  return part?.seen.type === 'video' ? { key: seenKey(part), assetId: part.seen.assetId } : null;
}

/**
 * Gives the players what is seen and what comes next. They change places only once the present one has a picture, so
 * that nothing black is seen between two clips; until then the one before stands.
 */
export function arranged(
  slots: Slots,
  present: Clip | null,
  next: Clip | null,
  isReady: (slot: SlotName) => boolean,
): Slots {
  const { front } = slots;
  const back = otherThan(front);
  if (present === null || slots[front]?.key === present.key) return filled(slots, front, present, next);
  const isThere = slots[back]?.key === present.key;
  if (isThere && isReady(back)) return filled(slots, back, present, next);
  return filled(slots, front, slots[front], present);
}

/** Tells what a player does. */
export function roleOf(slots: Slots, slot: SlotName, present: Clip | null): SlotRole {
  if (present !== null && slots[slot]?.key === present.key) return 'present';
  return slot === slots.front ? 'left' : 'next';
}

function otherThan(slot: SlotName): SlotName {
  return slot === 'a' ? 'b' : 'a';
}

function filled(slots: Slots, front: SlotName, seen: Clip | null, other: Clip | null): Slots {
  // The same clip twice in a row is one player’s work: the other one would have its key.
  const behind = other?.key === seen?.key ? null : other;
  const [a, b] = front === 'a' ? [seen, behind] : [behind, seen];
  const isSame = slots.front === front && slots.a?.key === a?.key && slots.b?.key === b?.key;
  return isSame ? slots : { front, a, b };
}
