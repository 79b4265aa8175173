import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ClipBytes, JoinedBytes, JoinProgress, WriteAt } from './clip-bytes.ts';
import { copyBlob } from './copy-blob.ts';
import { createPieces } from './film-pieces.ts';
import { joinIndexes } from './join-indexes.ts';
import { joinPackets } from './join-packets.ts';

/** The part of a streamed film's time in which its clips are looked at; the rest is writing. */
const LOOKING = 0.1;

/**
 * Joins clips of one format into an MP4 whose index stands first. By their indexes where all have one that we
 * know: then the film is made of the clips' own bytes, and neither reads nor holds them. Else packet by packet, in
 * memory. Faults: `MixedFormats` and `ClipDamaged`, before anything is written, and `Cancelled` once the signal
 * aborts.
 */
export async function joinInMemory(
  clips: readonly ClipBytes[],
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<JoinedBytes, Fault>> {
  const indexed = await joinIndexes(clips, progress, signal);
  if (!indexed.ok) return indexed;
  if (indexed.value !== null) return ok(indexed.value);
  const pieces = createPieces();
  const joined = await joinPackets(clips, pieces.write, progress, signal);
  return joined.ok ? ok({ bytes: pieces.toBlob('video/mp4'), lengthS: joined.value }) : joined;
}

/**
 * The same, handed on as it is made: no more than two clips, or one block, are held however long the film is. Answers
 * the length in seconds; throws what `write` throws.
 */
export async function joinInto(
  clips: readonly ClipBytes[],
  write: WriteAt,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const indexed = await joinIndexes(clips, (share) => progress(share * LOOKING), signal);
  if (!indexed.ok) return indexed;
  if (indexed.value === null) return joinPackets(clips, write, progress, signal);
  const { bytes, lengthS } = indexed.value;
  const written = (share: number): void => progress(LOOKING + share * (1 - LOOKING));
  return (await copyBlob(bytes, write, written, signal)) ? ok(lengthS) : fail({ type: 'Cancelled' });
}
