import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isShorter, type ClipBytes, type JoinedBytes, type JoinProgress } from './clip-bytes.ts';
import { indexFormat, readClipIndex, type ClipIndex } from './clip-index.ts';
import { makeFilmHead } from './film-index.ts';
import { isSameRate } from './open-clip.ts';
import { pictureTimes, placeClips, type ClipPlacer, type TimedIndex } from './place-clips.ts';

/** Clips that are looked at side by side: most of the time is waiting for their bytes. */
const LOOKED_AT_ONCE = 8;

/** A clip that was looked at. */
interface Looked {
  readonly index: TimedIndex;
  readonly format: string;
  readonly rate: number;
  /** From its first packet to the end of its last one. */
  readonly media: Blob;
  readonly mediaAt: number;
}

/** A film so far; only what its own index needs is held of the clips'. */
interface Begun {
  readonly like: Pick<Looked, 'format' | 'rate'>;
  readonly placer: ClipPlacer;
  readonly media: Blob[];
  mediaBytes: number;
  lengthS: number;
}

/**
 * Joins clips by their indexes alone: a new one stands before the bytes of each, which stay where they are and
 * are not even read. Null where one is no clip for that, or differs from the first, or ends too early: joining
 * their packets takes it, or tells what is wrong. Fault: `Cancelled`.
 */
export async function joinIndexes(
  clips: readonly ClipBytes[],
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<JoinedBytes | null, Fault>> {
  let film: Begun | null = null;
  for (let at = 0; at < clips.length; at += LOOKED_AT_ONCE) {
    for (const looked of await Promise.all(clips.slice(at, at + LOOKED_AT_ONCE).map(lookAt))) {
      if (signal.aborted) return fail({ type: 'Cancelled' });
      if (looked === null) return ok(null);
      film ??= begin(looked);
      if (!isLike(looked, film.like)) return ok(null);
      add(film, looked);
      progress(film.media.length / clips.length);
    }
  }
  return ok(film && finish(film));
}

async function lookAt({ bytes, lengthS }: ClipBytes): Promise<Looked | null> {
  const index = await readClipIndex(bytes);
  if (index === null) return null;
  const { from, to } = pictureTimes(index.video);
  const seconds = (to - from) / index.video.timescale;
  const rate = index.video.samples.count / seconds;
  if (isShorter(seconds, lengthS, rate)) return null;
  const [first, end] = mediaOf(index);
  const media = bytes.slice(first, end);
  return { index: { ...index, from, to }, format: indexFormat(index), rate, media, mediaAt: first };
}

function mediaOf({ video, sound }: ClipIndex): readonly [first: number, end: number] {
  let [first, end] = [Infinity, 0];
  for (const { at, bytes } of [video.samples, ...(sound === null ? [] : [sound.samples])]) {
    for (const [sample, place] of at.entries()) {
      first = Math.min(first, place);
      end = Math.max(end, place + (bytes[sample] ?? 0));
    }
  }
  return [first, end];
}

function begin({ index, format, rate }: Looked): Begun {
  return { like: { format, rate }, placer: placeClips(index), media: [], mediaBytes: 0, lengthS: 0 };
}

function isLike(one: Begun['like'], other: Begun['like']): boolean {
  return one.format === other.format && isSameRate(one.rate, other.rate);
}

function add(film: Begun, { index, media, mediaAt }: Looked): void {
  film.placer.add(index, film.mediaBytes - mediaAt);
  film.media.push(media);
  film.mediaBytes += media.size;
  film.lengthS += (index.to - index.from) / index.video.timescale;
}

function finish({ placer, media, mediaBytes, lengthS }: Begun): JoinedBytes | null {
  const tracks = placer.finish();
  const head = tracks && makeFilmHead(tracks, mediaBytes);
  return head && { bytes: new Blob([head, ...media], { type: 'video/mp4' }), lengthS };
}
