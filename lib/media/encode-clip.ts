import {
  BufferTarget,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
  type VideoCodec,
} from 'mediabunny';
import type { Fault } from '../domain/fault.ts';
import { FRAME_BY_ASPECT } from '../domain/project.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { cameraAt } from './camera.ts';
import { makeSheet, type Sheet } from './canvas.ts';
import { drawCaptions, type DrawnCaption } from './draw-caption.ts';

/** Told how far a clip is, 0 to 1, after each frame. */
export type Progress = (share: number) => void;

/** Frames a second of every clip. */
export const FPS = 24;
/**
 * Frames are drawn on this many sheets in turn. A sheet whose last frame still waits for the encoder, which may be four,
 * is copied before it is drawn on; fresh memory made that three quarters of a clip's time (2026-11-28: 52 ms a
 * frame on one sheet, 17 on six).
 */
const SHEETS = 6;
/** Half a second in which a clip becomes its end frame. */
const BLEND_FRAMES = FPS / 2;

/** By size: to ask the browser costs 36 ms, and its answer stays the same. */
const codecs = new Map<string, VideoCodec | null>();
async function codecFor(width: number, height: number): Promise<VideoCodec | null> {
  const size = `${width} × ${height}`;
  const known = codecs.get(size);
  if (known !== undefined) return known;
  const codec = await getFirstEncodableVideoCodec(['avc', 'vp9', 'av1'], { width, height });
  codecs.set(size, codec);
  return codec;
}

/**
 * Encodes a clip: a camera moves slowly over a still, which becomes the end frame where there is one; captions stand
 * before it. H.264 where the browser encodes it, else VP9 or AV1, in an MP4 whose index stands first. Fault: `NoEncoder`.
 */
export async function encodeClip(
  snapshot: Snapshot,
  still: Sheet,
  end: Sheet | null,
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<Blob, Fault>> {
  const { width, height } = FRAME_BY_ASPECT[snapshot.aspect];
  const lengthS = snapshot.lengthS ?? 0;
  const codec = await codecFor(width, height);
  if (codec === null) return fail({ type: 'NoEncoder' });
  const sheets = Array.from({ length: SHEETS }, () => makeSheet(width, height));
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new VideoSampleSource({ codec, quality: QUALITY_HIGH, keyFrameInterval: 2 });
  output.addVideoTrack(source, { frameRate: FPS });
  const captions = drawCaptions(snapshot, width, height);
  await output.start();
  try {
    const frames = Math.max(1, Math.round(lengthS * FPS));
    for (let at = 0; at < frames; at++) {
      const frame = sheets[at % SHEETS] ?? makeSheet(width, height);
      signal.throwIfAborted();
      drawStill(frame, still, snapshot.seed, at / frames);
      if (end !== null) blend(frame, end, 1 - (frames - 1 - at) / BLEND_FRAMES);
      drawCaption(frame, captions, at / FPS);
      await addFrame(source, frame, at);
      progress((at + 1) / frames);
    }
    await output.finalize();
  } catch (error) {
    if (output.state !== 'finalized' && output.state !== 'canceled') await output.cancel();
    throw error;
  }
  if (target.buffer === null) throw new Error('The clip has no bytes.');
  return ok(new Blob([target.buffer], { type: 'video/mp4' }));
}

async function addFrame(source: VideoSampleSource, { canvas }: Sheet, at: number): Promise<void> {
  const sample = new VideoSample(canvas, { timestamp: at / FPS, duration: 1 / FPS });
  try {
    await source.add(sample);
  } finally {
    sample.close();
  }
}

/** Draws a sheet of the frame's own size over it: nothing of it at a share of 0 or less, all of it at 1. */
function blend({ pen }: Sheet, over: Sheet, share: number): void {
  if (share <= 0) return;
  pen.globalAlpha = share;
  pen.drawImage(over.canvas, 0, 0);
  pen.globalAlpha = 1;
}

function drawStill({ canvas, pen }: Sheet, still: Sheet, seed: number, share: number): void {
  const { left, top, size } = cameraAt(seed, share);
  const { width, height } = still.canvas;
  pen.drawImage(
    still.canvas,
    left * width,
    top * height,
    size * width,
    size * height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}

function drawCaption({ pen }: Sheet, captions: readonly DrawnCaption[], timeS: number): void {
  const caption = captions.find(({ page }) => timeS >= page.from && timeS < page.to);
  if (caption !== undefined) pen.drawImage(caption.sheet.canvas, 0, 0);
}
