import { ALL_FORMATS, BlobSource, CanvasSink, Input } from 'mediabunny';
import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FrameEdge } from '../domain/take.ts';

/**
 * Decodes the first or the last frame of a clip whole, as a PNG of its own size: nothing is lost that the next clip
 * begins with. Faults: `WrongMedia` where the clip has no such frame or cannot be read.
 */
export async function takeFrame(clip: Blob, edge: FrameEdge): Promise<Result<Blob, Fault>> {
  const input = new Input({ source: new BlobSource(clip), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) return noFrame('a clip without a picture');
    const sink = new CanvasSink(track);
    const wrapped = await sink.getCanvas(
      edge === 'first' ? await track.getFirstTimestamp() : await track.computeDuration(),
    );
    if (wrapped === null) return noFrame('none');
    return ok(await asPng(wrapped.canvas));
  } catch (error) {
    // A decoder says in its own words what is wrong with the bytes.
    return noFrame(error instanceof Error ? error.message : String(error));
  } finally {
    input.dispose();
  }
}

function asPng(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<Blob> {
  if (canvas instanceof OffscreenCanvas) return canvas.convertToBlob({ type: 'image/png' });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob)), 'image/png'),
  );
}

function noFrame(got: string): { readonly ok: false; readonly fault: Fault } {
  return fail({ type: 'WrongMedia', field: 'content', ordered: 'a frame', got });
}
