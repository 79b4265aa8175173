import { placeSound, type SoundEnd } from './clip-packets.ts';
import type { ClipIndex, ClipTrack, TrackHead } from './clip-index.ts';
import { createFilmTrack, type FilmSample, type FilmTrack, type FilmTrackBuilder } from './film-track.ts';
import type { Samples } from './sample-tables.ts';

/** A clip with when its picture is shown, in ticks of its own track. */
export interface TimedIndex extends ClipIndex {
  readonly from: number;
  readonly to: number;
}

/** A track of the film. */
export interface PlacedTrack {
  /** The first clip's, which it keeps. */
  readonly head: TrackHead;
  readonly tables: FilmTrack;
  /** The tick that is played at 0: some packets are decoded before what is shown first. */
  readonly zeroAt: number;
}

/** Places clips one behind the other. */
export interface ClipPlacer {
  /** Adds a clip whose bytes stand this much further back in the film than in its file. */
  add(clip: TimedIndex, shift: number): void;
  /** Null where the packets of one cannot stand so, or no sound is left. */
  finish(): readonly PlacedTrack[] | null;
}

/** Begins a film with tracks as the first clip has them; each clip lasts as long as its pictures are shown. */
export function placeClips({ video, sound, from: firstFrom }: TimedIndex): ClipPlacer {
  const [pictures, sounds, soundEnd] = [createFilmTrack(), createFilmTrack(), { at: 0 }];
  const zeroAt = Math.max(0, firstFrom);
  let offset = 0;
  return {
    add: (clip, shift) => {
      addPictures(pictures, clip, shift, offset, zeroAt);
      if (clip.sound !== null) addSounds(sounds, clip, clip.sound, shift, offset, soundEnd);
      offset += clip.to - clip.from;
    },
    finish: () => {
      const [shown, heard] = [pictures.finish(), sounds.finish()];
      if (shown === null || (sound !== null && heard === null)) return null;
      const soundTrack =
        sound === null || heard === null ? [] : [{ head: headOf(sound), tables: heard, zeroAt: 0 }];
      return [{ head: headOf(video), tables: shown, zeroAt }, ...soundTrack];
    },
  };
}

/** When a clip's picture is first shown and when its last one ends. */
export function pictureTimes({ samples }: ClipTrack): { readonly from: number; readonly to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (let at = 0; at < samples.count; at++) {
    const shownAt = (samples.decodedAt[at] ?? 0) + (samples.delay[at] ?? 0);
    from = Math.min(from, shownAt);
    to = Math.max(to, shownAt + (samples.length[at] ?? 0));
  }
  return { from, to };
}

/** Without its packets: those of the first clip need not be held. */
function headOf({ kind, timescale, entry, look }: TrackHead): TrackHead {
  return { kind, timescale, entry, look };
}

function addPictures(
  track: FilmTrackBuilder,
  { video, from, to }: TimedIndex,
  shift: number,
  offset: number,
  zeroAt: number,
): void {
  const { samples } = video;
  for (let at = 0; at < samples.count; at++) {
    const sample = sampleAt(samples, at, shift);
    const [decodedAt, delay] = [offset + sample.decodedAt, sample.delay + zeroAt - from];
    // The last one of the film lasts to its end, whatever its own clip says.
    track.add({ ...sample, decodedAt, delay, length: offset + to - from - decodedAt });
  }
}

function addSounds(
  track: FilmTrackBuilder,
  { video, from, to }: TimedIndex,
  { samples, timescale, zeroAt }: ClipTrack,
  shift: number,
  offset: number,
  soundEnd: SoundEnd,
): void {
  const seconds = (tick: number): number => (tick - video.zeroAt) / video.timescale;
  const picture = { from: seconds(from), to: seconds(to) };
  const shiftS = offset / video.timescale - picture.from;
  for (let at = 0; at < samples.count; at++) {
    const sample = sampleAt(samples, at, shift);
    const timestamp = (sample.decodedAt - zeroAt) / timescale;
    const atS = placeSound({ timestamp, duration: sample.length / timescale }, picture, shiftS, soundEnd);
    if (atS !== null) track.add({ ...sample, decodedAt: Math.round(atS * timescale), delay: 0 });
  }
}

function sampleAt(samples: Samples, at: number, shift: number): FilmSample {
  return {
    bytes: samples.bytes[at] ?? 0,
    at: (samples.at[at] ?? 0) + shift,
    decodedAt: samples.decodedAt[at] ?? 0,
    length: samples.length[at] ?? 0,
    delay: samples.delay[at] ?? 0,
    isKey: samples.isKey[at] === 1,
    opensChunk: samples.opensChunk[at] === 1,
  };
}
