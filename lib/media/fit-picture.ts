import { FRAME_BY_ASPECT, type Aspect } from '../domain/project.ts';
import type { Media } from '../domain/take.ts';
import { drawPhoto, isShownWhole } from './draw-photo.ts';
import { posterOf } from './poster.ts';
import { LONGEST_SIDE } from './prepare-picture.ts';

/** A picture in the film's shape, with what a take needs beside its bytes. */
export interface FittedPicture {
  readonly bytes: Blob;
  readonly poster: Blob;
  readonly media: Media;
}

/** As fine as the picture was kept, and a little more: it is written a second time. */
const JPEG_QUALITY = 0.95;

/**
 * Fits a stored picture to a film's shape, as {@link drawPhoto} cuts it, at up to the picture's own resolution. Both
 * sides are even and in the film's exact ratio. Throws where the bytes do not decode.
 */
export async function fitPicture(picture: Blob, aspect: Aspect): Promise<FittedPicture> {
  const photo = await createImageBitmap(picture);
  const { width, height } = fittedSize(photo.width, photo.height, aspect);
  const { canvas } = drawPhoto(photo, width, height);
  photo.close();
  const bytes = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  const poster = await posterOf(canvas, width, height);
  const still = { lengthS: null, fps: null, codec: null, hasSound: false };
  return { bytes, poster, media: { mime: bytes.type, sizeBytes: bytes.size, width, height, ...still } };
}

/** The largest frame of a shape that enlarges no pixel; around the whole picture where it is shown whole. */
export function fittedSize(width: number, height: number, aspect: Aspect): { width: number; height: number } {
  const step = evenStep(aspect);
  const [across, down] = [width / step.width, height / step.height];
  const whole = isShownWhole({ width, height }, step.width, step.height);
  const wanted = whole ? Math.ceil(Math.max(across, down)) : Math.floor(Math.min(across, down));
  const most = Math.floor(LONGEST_SIDE / Math.max(step.width, step.height));
  const times = Math.max(1, Math.min(wanted, most));
  return { width: step.width * times, height: step.height * times };
}

/** The smallest frame of a shape with even sides; every multiple of it has the exact shape. */
function evenStep(aspect: Aspect): { readonly width: number; readonly height: number } {
  const { width, height } = FRAME_BY_ASPECT[aspect];
  const divisor = commonDivisor(width, height);
  const by = (width / divisor) % 2 === 0 && (height / divisor) % 2 === 0 ? 1 : 2;
  return { width: (width / divisor) * by, height: (height / divisor) * by };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
