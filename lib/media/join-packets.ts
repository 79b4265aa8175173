import {
  BlobSource,
  BufferSource,
  EncodedAudioPacketSource,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type AudioCodec,
  type Source,
  type StreamTargetChunk,
  type VideoCodec,
} from 'mediabunny';
import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isShorter, type ClipBytes, type JoinProgress, type WriteAt } from './clip-bytes.ts';
import { packetsOf, type PlacedPacket } from './clip-packets.ts';
import { differingFields, openClip, readFacts, type ClipFacts } from './open-clip.ts';

/** Clips up to this size are read at once to be copied, which is faster than piece by piece: 64 MiB. */
const READ_AT_ONCE_BYTES = 64 * 1024 * 1024;

/** Clips that are looked at side by side: most of the time is waiting for their bytes. */
const LOOKED_AT_ONCE = 8;

/**
 * Joins clips of one format into an MP4 by copying their packets, handed on as it is made: no more than two clips
 * are held however long the film is. The index stands first, in room that was kept for it. Answers the length in
 * seconds; throws what `write` throws. Faults: `MixedFormats` and `ClipDamaged`, before anything is written, and
 * `Cancelled` once the signal aborts.
 */
export async function joinPackets(
  clips: readonly ClipBytes[],
  write: WriteAt,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const film = await lookAtAll(clips, signal);
  if (!film.ok) return film;
  const sources = sourcesFor(film.value);
  const output = outputFor(film.value, sources, write);
  await output.start();
  try {
    const copied = await copyAll(film.value, sources, progress, signal);
    if (!copied.ok) await output.cancel();
    else await output.finalize();
    return copied;
  } catch (error) {
    if (output.state !== 'finalized' && output.state !== 'canceled') await output.cancel();
    throw error;
  }
}

function outputFor(film: Film, { video, sound }: Sources, write: WriteAt): Output {
  const writable = new WritableStream({
    write: ({ data, position }: StreamTargetChunk) => write(data, position),
  });
  const format = new Mp4OutputFormat({ fastStart: 'reserve' });
  const output = new Output({ format, target: new StreamTarget(writable) });
  const count = (track: keyof ClipFacts['packets']): number =>
    film.clips.reduce((sum, { facts }) => sum + facts.packets[track], 0);
  output.addVideoTrack(video, { rotation: film.rotation, maximumPacketCount: count('video') });
  if (sound !== null) output.addAudioTrack(sound, { maximumPacketCount: count('sound') });
  return output;
}

/** A clip that was looked at. */
interface Looked extends ClipBytes {
  readonly facts: ClipFacts;
}

/** The clips of a film, and what all have in common, from the first one. */
interface Film {
  readonly clips: readonly Looked[];
  readonly codec: VideoCodec;
  readonly soundCodec: AudioCodec | null;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly picture: VideoDecoderConfig;
  readonly heard: AudioDecoderConfig | null;
}

/** Looks at every clip before one packet is written. */
async function lookAtAll(clips: readonly ClipBytes[], signal: AbortSignal): Promise<Result<Film, Fault>> {
  const looked: Looked[] = [];
  for (let at = 0; at < clips.length; at += LOOKED_AT_ONCE) {
    if (signal.aborted) return fail({ type: 'Cancelled' });
    for (const each of await Promise.all(clips.slice(at, at + LOOKED_AT_ONCE).map(lookAt))) {
      if (!each.ok) return each;
      looked.push(each.value);
    }
  }
  const [first] = looked;
  if (first === undefined) return fail({ type: 'NothingToDo' });
  const others = looked.flatMap(({ index, facts }) => {
    const fields = differingFields(first.facts.format, facts.format);
    return fields.length === 0 ? [] : [{ index, fields }];
  });
  if (others.length > 0) return fail({ type: 'MixedFormats', first: first.index, others });
  return filmOf(looked, first);
}

async function lookAt(clip: ClipBytes): Promise<Result<Looked, Fault>> {
  const opened = await openClip(glanceAt(clip.bytes));
  const facts = opened && (await readFacts(opened));
  opened?.close();
  if (facts === null) return damaged(clip);
  const { from, to, format } = facts;
  if (isShorter(to - from, clip.lengthS, format.rate)) return damaged(clip);
  return ok({ ...clip, facts });
}

function damaged({ index }: ClipBytes): { readonly ok: false; readonly fault: Fault } {
  return fail({ type: 'ClipDamaged', scene: index });
}

async function filmOf(clips: readonly Looked[], first: Looked): Promise<Result<Film, Fault>> {
  const opened = await openClip(glanceAt(first.bytes));
  if (opened === null) return damaged(first);
  const { video, sound, close } = opened;
  const [codec, picture] = [await video.getCodec(), await video.getDecoderConfig()];
  const soundCodec = (await sound?.getCodec()) ?? null;
  const heard = (await sound?.getDecoderConfig()) ?? null;
  const rotation = await video.getRotation();
  close();
  if (codec === null || picture === null) return damaged(first);
  return ok({ clips, codec, soundCodec, rotation, picture, heard });
}

interface Sources {
  readonly video: EncodedVideoPacketSource;
  readonly sound: EncodedAudioPacketSource | null;
}

function sourcesFor({ codec, soundCodec }: Film): Sources {
  return {
    video: new EncodedVideoPacketSource(codec),
    sound: soundCodec === null ? null : new EncodedAudioPacketSource(soundCodec),
  };
}

async function copyAll(
  film: Film,
  sources: Sources,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const soundEnd = { at: 0 };
  const lengthS = film.clips.reduce((sum, { facts }) => sum + facts.to - facts.from, 0);
  const told = (at: number): void => progress(Math.min(1, at / lengthS));
  let offset = 0;
  let source = sourceOf(film.clips[0]);
  for (const [at, clip] of film.clips.entries()) {
    const opened = await openClip(await source);
    // The next clip is read while this one is copied.
    source = sourceOf(film.clips[at + 1]);
    if (opened === null) return damaged(clip);
    const packets = packetsOf({ ...opened, ...clip.facts }, offset, soundEnd);
    await copyPackets(packets, film, sources, told, signal);
    opened.close();
    if (signal.aborted) return fail({ type: 'Cancelled' });
    offset += clip.facts.to - clip.facts.from;
  }
  progress(1);
  return ok(offset);
}

async function copyPackets(
  packets: AsyncGenerator<PlacedPacket, void>,
  { picture, heard }: Film,
  { video, sound }: Sources,
  told: (at: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const { track, packet } of packets) {
    if (signal.aborted) return;
    if (track === 'video') {
      await video.add(packet, { decoderConfig: picture });
      told(packet.timestamp);
    } else if (heard !== null) await sound?.add(packet, { decoderConfig: heard });
  }
}

/** For looking at a clip's index and end: a stream would begin to read all that follows. */
function glanceAt(bytes: Blob): Source {
  return new BlobSource(bytes, { useStreamReader: false });
}

async function sourceOf(clip: ClipBytes | undefined): Promise<Source> {
  const bytes = clip?.bytes ?? new Blob();
  return bytes.size > READ_AT_ONCE_BYTES
    ? new BlobSource(bytes)
    : new BufferSource(await bytes.arrayBuffer());
}
