import { makeStbl } from './make-stbl.ts';
import { joinBytes, letters, makeBox, uint32s, uint64s, UPRIGHT } from './mp4-boxes.ts';
import type { PlacedTrack } from './place-clips.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Fields of four bytes hold less. */
const LARGE = 2 ** 32;
/** "und": the language is not told. */
const NO_LANGUAGE = 0x55c4_0000;
/** A track that is enabled and part of the film. */
const IN_MOVIE = 3;
/** A sound's volume, 8.8: as loud as it is. */
const FULL_VOLUME = 0x0100_0000;
/** As fast as it is, 16.16. */
const FULL_SPEED = 0x10000;

/** Ticks of a second, how long the film is in them, and how long each track. */
interface Clock {
  readonly timescale: number;
  readonly length: number;
  readonly lengths: readonly number[];
}

/** Where the clips' bytes begin in the file, and whether places need eight bytes. */
interface MediaPlace {
  readonly at: number;
  readonly isFar: boolean;
}

/**
 * All of an MP4 that stands before the bytes of its clips, its index among it. Null where it lasts longer than an
 * index of this kind can tell, some half a day.
 */
export function makeFilmHead(tracks: readonly PlacedTrack[], mediaBytes: number): Bytes | null {
  const clock = clockOf(tracks);
  if (clock.length >= LARGE || tracks.some(({ tables }) => tables.to >= LARGE)) return null;
  const ftyp = makeBox('ftyp', letters('isom'), uint32s([0x200]), letters('isomiso4mp41'));
  const mdat = mdatHead(mediaBytes);
  // The index, too, stands before the last bytes.
  const isFar = mediaBytes + 2 ** 28 >= LARGE;
  // Where they begin is known once the index is as long as it becomes.
  const { length } = makeMoov(tracks, clock, { at: 0, isFar });
  const at = ftyp.length + length + mdat.length;
  return joinBytes([ftyp, makeMoov(tracks, clock, { at, isFar }), mdat]);
}

function mdatHead(mediaBytes: number): Bytes {
  return mediaBytes + 8 < LARGE
    ? joinBytes([uint32s([mediaBytes + 8]), letters('mdat')])
    : joinBytes([uint32s([1]), letters('mdat'), uint64s([mediaBytes + 16])]);
}

/** That of the sound, which has the most ticks, where there is one; no track is cut short by a part of a tick. */
function clockOf(tracks: readonly PlacedTrack[]): Clock {
  const timescale = tracks.at(-1)?.head.timescale ?? 1;
  const lengths = tracks.map(({ head, tables }) => Math.ceil((tables.to * timescale) / head.timescale));
  return { timescale, length: Math.max(...lengths), lengths };
}

function makeMoov(
  tracks: readonly PlacedTrack[],
  { timescale, length, lengths }: Clock,
  media: MediaPlace,
): Bytes {
  const head = [0, 0, 0, timescale, length, FULL_SPEED, FULL_VOLUME, 0, 0];
  const mvhd = makeBox('mvhd', uint32s([...head, ...UPRIGHT, 0, 0, 0, 0, 0, 0, tracks.length + 1]));
  const traks = tracks.map((track, at) => makeTrak(track, at + 1, timescale, lengths[at] ?? 0, media));
  return makeBox('moov', mvhd, ...traks);
}

function makeTrak(
  track: PlacedTrack,
  number: number,
  timescale: number,
  length: number,
  media: MediaPlace,
): Bytes {
  const { head, tables, zeroAt } = track;
  const volume = head.kind === 'video' ? 0 : FULL_VOLUME;
  const tkhd = makeBox('tkhd', uint32s([IN_MOVIE, 0, 0, number, 0, length, 0, 0, 0, volume]), head.look);
  const heldBack = Math.round((tables.from * timescale) / head.timescale);
  const edits = [
    [heldBack, -1, FULL_SPEED],
    [length - heldBack, zeroAt, FULL_SPEED],
  ].slice(heldBack > 0 ? 0 : 1);
  const elst = makeBox('elst', uint32s([0, edits.length, ...edits.flat()]));
  return makeBox('trak', tkhd, makeBox('edts', elst), makeMdia(track, media));
}

function makeMdia({ head, tables }: PlacedTrack, { at, isFar }: MediaPlace): Bytes {
  const isVideo = head.kind === 'video';
  const mdhd = makeBox('mdhd', uint32s([0, 0, 0, head.timescale, tables.to - tables.from, NO_LANGUAGE]));
  const name = letters(isVideo ? 'VideoHandler\0' : 'SoundHandler\0');
  const hdlr = makeBox('hdlr', uint32s([0, 0]), letters(isVideo ? 'vide' : 'soun'), uint32s([0, 0, 0]), name);
  const header = isVideo ? makeBox('vmhd', uint32s([1, 0, 0])) : makeBox('smhd', uint32s([0, 0]));
  // The bytes stand in this file.
  const dref = makeBox('dref', uint32s([0, 1]), makeBox('url ', uint32s([1])));
  const minf = makeBox('minf', header, makeBox('dinf', dref), makeStbl(head.entry, tables, at, isFar));
  return makeBox('mdia', mdhd, hdlr, minf);
}
