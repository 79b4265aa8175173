import { EncodedPacketSink, type EncodedPacket } from 'mediabunny';
import type { ClipFacts, OpenClip } from './open-clip.ts';

/** A clip, and when its picture begins and ends. */
export type TimedClip = OpenClip & Pick<ClipFacts, 'from' | 'to'>;

/** A packet with its place in the film. */
export interface PlacedPacket {
  readonly track: 'video' | 'sound';
  readonly packet: EncodedPacket;
}

/** Where the sound of a film ends so far, in seconds; it goes over from clip to clip. */
export interface SoundEnd {
  at: number;
}

/**
 * The packets of a clip, moved to where it plays, both tracks side by side in the order of time so that neither
 * must be kept in memory; those of the picture in the order in which they are decoded.
 *
 * Sound before the picture begins is an encoder's priming that players skip, and sound after its end would move
 * all that follows: both are left out. A packet that overlaps the sound before it at the seam by less than half
 * is moved to its end, one that overlaps more is left out.
 */
export async function* packetsOf(
  clip: TimedClip,
  offsetS: number,
  soundEnd: SoundEnd,
): AsyncGenerator<PlacedPacket, void> {
  const shift = offsetS - clip.from;
  const pictures = new EncodedPacketSink(clip.video).packets();
  const sounds = clip.sound === null ? null : new EncodedPacketSink(clip.sound).packets();
  try {
    let picture = await nextOf(pictures);
    let sound = await nextOf(sounds);
    while (picture !== null || sound !== null) {
      if (picture !== null && (sound === null || picture.timestamp <= sound.timestamp)) {
        yield { track: 'video', packet: picture.clone({ timestamp: picture.timestamp + shift }) };
        picture = await nextOf(pictures);
      } else if (sound !== null) {
        const timestamp = placeSound(sound, clip, shift, soundEnd);
        if (timestamp !== null) yield { track: 'sound', packet: sound.clone({ timestamp }) };
        sound = await nextOf(sounds);
      }
    }
  } finally {
    await pictures.return();
    await sounds?.return();
  }
}

/** When a packet of sound plays in the film, in seconds; null where it is left out. */
export function placeSound(
  { timestamp, duration }: Pick<EncodedPacket, 'timestamp' | 'duration'>,
  picture: Pick<ClipFacts, 'from' | 'to'>,
  shift: number,
  soundEnd: SoundEnd,
): number | null {
  if (timestamp < picture.from || timestamp >= picture.to) return null;
  const overlap = soundEnd.at - (timestamp + shift);
  if (overlap > duration / 2) return null;
  const at = Math.max(timestamp + shift, soundEnd.at);
  soundEnd.at = at + duration;
  return at;
}

async function nextOf(packets: AsyncGenerator<EncodedPacket, void> | null): Promise<EncodedPacket | null> {
  const next = await packets?.next();
  return next === undefined || next.done === true ? null : next.value;
}
