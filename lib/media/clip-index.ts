import { boxesIn, bytesOf, findBox, fourLetters, uint32s, UPRIGHT } from './mp4-boxes.ts';
import { hex } from './open-clip.ts';
import { readMoov } from './read-moov.ts';
import { readSampleEntry } from './sample-entry.ts';
import { readSamples, type Samples } from './sample-tables.ts';

type View = DataView<ArrayBuffer>;

/** What of a track is the same in all clips of one format. */
export interface TrackHead {
  readonly kind: 'video' | 'sound';
  /** Ticks of a second. */
  readonly timescale: number;
  readonly entry: Uint8Array<ArrayBuffer>;
  /** How its picture is turned, and its width and height, as they stand in a track's head. */
  readonly look: Uint8Array<ArrayBuffer>;
}

/** A track as a clip's index tells it. */
export interface ClipTrack extends TrackHead {
  /** The tick that is played at 0. */
  readonly zeroAt: number;
  readonly samples: Samples;
}

/** What a clip's index tells. */
export interface ClipIndex {
  readonly video: ClipTrack;
  /** Null where it has no sound. */
  readonly sound: ClipTrack | null;
}

/**
 * Reads a clip's index. Null where it is none that we join by its index: no MP4, in fragments, cut off, turned as a
 * whole, with several edits, tracks or descriptions, or with a codec that we do not know.
 */
export async function readClipIndex(bytes: Blob): Promise<ClipIndex | null> {
  try {
    const moov = await readMoov(bytes);
    const movieTimescale = moov === null ? null : readMovieTimescale(moov);
    return moov === null || movieTimescale === null ? null : indexIn(moov, movieTimescale, bytes.size);
  } catch {
    // The bytes end in the middle of a box, or cannot be read.
    return null;
  }
}

/** What must be the same of two clips, so that their packets can stand in one track, but for their rate. */
export function indexFormat({ video, sound }: ClipIndex): string {
  const told = [video, ...(sound === null ? [] : [sound])];
  return told.map(({ timescale, entry, look }) => [timescale, hex(entry), hex(look)].join(' ')).join(', ');
}

function readMovieTimescale(moov: View): number | null {
  const mvhd = findBox(moov, 'mvhd');
  if (mvhd === null || findBox(moov, 'mvex') !== null) return null;
  const isLong = mvhd.getUint8(0) === 1;
  const matrix = bytesOf(mvhd, isLong ? 48 : 36, isLong ? 84 : 72);
  const timescale = mvhd.getUint32(isLong ? 20 : 12);
  return timescale === 0 || hex(matrix) !== hex(uint32s(UPRIGHT)) ? null : timescale;
}

function indexIn(moov: View, movieTimescale: number, fileBytes: number): ClipIndex | null {
  const traks = boxesIn(moov).filter(({ type }) => type === 'trak');
  const of = (handler: string): readonly View[] =>
    traks.map(({ body }) => body).filter((trak) => handlerOf(trak) === handler);
  const [[picture, ...pictures], [heard, ...sounds]] = [of('vide'), of('soun')];
  if (picture === undefined || pictures.length > 0 || sounds.length > 0) return null;
  const video = readTrack('video', picture, movieTimescale, fileBytes);
  if (video === null || heard === undefined) return video && { video, sound: null };
  const sound = readTrack('sound', heard, movieTimescale, fileBytes);
  return sound && { video, sound };
}

function handlerOf(trak: View): string {
  const hdlr = findBox(trak, 'mdia', 'hdlr');
  return hdlr === null ? '' : fourLetters(hdlr, 8);
}

function readTrack(
  kind: ClipTrack['kind'],
  trak: View,
  movieTimescale: number,
  fileBytes: number,
): ClipTrack | null {
  const [tkhd, mdhd] = [findBox(trak, 'tkhd'), findBox(trak, 'mdia', 'mdhd')];
  const stbl = findBox(trak, 'mdia', 'minf', 'stbl');
  const [entry, samples] = [stbl && readSampleEntry(stbl), stbl && readSamples(stbl)];
  if (tkhd === null || mdhd === null || entry === null || samples === null) return null;
  const timescale = mdhd.getUint32(mdhd.getUint8(0) === 1 ? 20 : 12);
  const zeroAt = readZero(findBox(trak, 'edts', 'elst'), timescale / movieTimescale);
  if (zeroAt === null || !isWithin(samples, fileBytes)) return null;
  const lookAt = tkhd.getUint8(0) === 1 ? 52 : 40;
  // Copied: a view would hold all that was read of the clip.
  return { kind, timescale, entry, look: bytesOf(tkhd, lookAt, lookAt + 44).slice(), zeroAt, samples };
}

/** A cut-off file has its whole index where that stands first. */
function isWithin({ at, bytes }: Samples, fileBytes: number): boolean {
  return at.every((place, sample) => place + (bytes[sample] ?? 0) <= fileBytes);
}

/** An edit list may hold back a track's beginning and skip what an encoder needed; null where it cuts more. */
function readZero(elst: View | null, ticksOfMovieTick: number): number | null {
  if (elst === null) return 0;
  const isLong = elst.getUint8(0) === 1;
  const [count, width] = [elst.getUint32(4), isLong ? 20 : 12];
  let heldBack = 0;
  for (let entry = 0; entry < count; entry++) {
    const at = 8 + entry * width;
    const length = isLong ? Number(elst.getBigUint64(at)) : elst.getUint32(at);
    const mediaTime = isLong ? Number(elst.getBigInt64(at + 8)) : elst.getInt32(at + 4);
    if (mediaTime === -1) heldBack += length;
    else if (entry + 1 < count || elst.getUint32(at + width - 4) !== 0x10000) return null;
    else return mediaTime - Math.round(heldBack * ticksOfMovieTick);
  }
  return 0;
}
