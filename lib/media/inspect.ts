import { ALL_FORMATS, BlobSource, CanvasSink, Input, type InputVideoTrack } from 'mediabunny';
import type { Fault } from '../domain/fault.ts';
import { FRAME_BY_ASPECT } from '../domain/project.ts';
import type { Expected } from '../domain/render.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Media } from '../domain/take.ts';
import { mimeOf } from './mime.ts';
import { POSTER_WIDTH, posterOf } from './poster.ts';

/** What is in some bytes, and a small picture of it. */
export interface Looked {
  readonly media: Media;
  readonly poster: Blob;
}

/** How far a frame's shape may be from what was ordered. */
const SHAPE_SLACK = 0.01;

/** Looks into bytes: what they are by content, whether they decode, and whether they are what was ordered. */
export async function inspect(bytes: Blob, expected: Expected): Promise<Result<Looked, Fault>> {
  const mime = mimeOf(new Uint8Array(await bytes.slice(0, 16).arrayBuffer()));
  const wanted = expected.kind === 'image' ? 'image/' : 'video/';
  if (mime === null || !mime.startsWith(wanted)) return wrong('type', wanted, mime ?? 'unknown');
  try {
    const looked = expected.kind === 'image' ? await lookAtImage(bytes, mime) : await lookAtClip(bytes, mime);
    return looked.ok ? compare(looked.value, expected) : looked;
  } catch (error) {
    // A decoder says in its own words what is wrong with the bytes.
    return wrong('content', 'decodes', error instanceof Error ? error.message : String(error));
  }
}

function compare(looked: Looked, { aspect, lengthS }: Expected): Result<Looked, Fault> {
  const { media } = looked;
  const frame = FRAME_BY_ASPECT[aspect];
  const shape = media.width / media.height / (frame.width / frame.height);
  if (Math.abs(shape - 1) > SHAPE_SLACK) return wrong('shape', aspect, `${media.width} × ${media.height}`);
  if (lengthS !== null && media.lengthS !== null) {
    const frameS = 1 / (media.fps ?? 1);
    if (Math.abs(media.lengthS - lengthS) > frameS * 1.01)
      return wrong('length', `${lengthS} s`, `${media.lengthS} s`);
  }
  return ok(looked);
}

async function lookAtImage(bytes: Blob, mime: string): Promise<Result<Looked, Fault>> {
  const image = await createImageBitmap(bytes);
  const { width, height } = image;
  const poster = await posterOf(image, width, height);
  image.close();
  const none = { lengthS: null, fps: null, codec: null, hasSound: false };
  return ok({ media: { mime, sizeBytes: bytes.size, width, height, ...none }, poster });
}

async function lookAtClip(bytes: Blob, mime: string): Promise<Result<Looked, Fault>> {
  const input = new Input({ source: new BlobSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return wrong('content', 'a video track', 'none');
  const sound = await input.getPrimaryAudioTrack();
  const lengthS = await track.computeDuration();
  const { averagePacketRate } = await track.computePacketStats();
  const frames = await edgeFrames(track, lengthS, averagePacketRate);
  if (frames === null) return wrong('content', 'decodes', 'a frame is missing');
  const width = await track.getDisplayWidth();
  const height = await track.getDisplayHeight();
  const fps = Math.round(averagePacketRate * 1000) / 1000;
  const codec = await track.getCodec();
  const media = { mime, sizeBytes: bytes.size, width, height, lengthS, fps, codec, hasSound: sound !== null };
  return ok({ media, poster: await posterOf(frames, width, height) });
}

/** Decodes the first and the last frame; answers the first. */
async function edgeFrames(
  track: InputVideoTrack,
  lengthS: number,
  fps: number,
): Promise<HTMLCanvasElement | OffscreenCanvas | null> {
  const sink = new CanvasSink(track, { width: POSTER_WIDTH });
  const first = await sink.getCanvas(await track.getFirstTimestamp());
  const last = await sink.getCanvas(Math.max(0, lengthS - 0.5 / fps));
  return last === null ? null : (first?.canvas ?? null);
}

function wrong(field: string, ordered: string, got: string): { readonly ok: false; readonly fault: Fault } {
  return fail({ type: 'WrongMedia', field, ordered, got });
}
