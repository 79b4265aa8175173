import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { makeSheet, type Sheet } from './canvas.ts';
import { sizeOf } from './picture-size.ts';
import { pictureTypeOf, TYPE_HEAD_BYTES, type TakenMime } from './picture-type.ts';

/** A picture that is ready to be stored: upright, of a bounded size, and nothing in it but pixels. */
export interface PreparedPicture {
  /** PNG where a pixel lets the ground through, else JPEG. */
  readonly bytes: Blob;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
}

/** The largest file that is read; no camera's JPEG comes near it. */
const LIMIT_BYTES = 100_000_000;
/** Decoded it takes four bytes a pixel: half a gigabyte, as much as the panel may ask for at once. Phones stop at 108. */
const LIMIT_PIXELS = 120_000_000;
/**
 * Longest side that is kept. A frame's is 1280 and the camera's closest look wants 1.15 of it, so that a cut to
 * another shape still has pixels to spare; services take references up to 2048, and 30 of them stay near 30 MB.
 */
export const LONGEST_SIDE = 2048;
/** No loss that is seen at twice the size. */
const JPEG_QUALITY = 0.92;
/** Far enough for the size to be read behind a camera's notes and thumbnail. */
const SIZE_HEAD_BYTES = 1_048_576;

/**
 * Makes a picture file ready: its type is told by content, it is turned upright for good, scaled down to
 * {@link LONGEST_SIDE}, and written anew without what the camera noted of time and place. Of an animation it is the
 * first frame. Faults: `PictureEmpty`, `PictureTooLarge`, `PictureTooManyPixels`, `PictureHeic`, `PictureNotTaken`,
 * `PictureBroken`, `NotAPicture`. Decodes one picture; call it for one at a time.
 */
export async function preparePicture(file: Blob): Promise<Result<PreparedPicture, Fault>> {
  if (file.size === 0) return fail({ type: 'PictureEmpty' });
  const type = pictureTypeOf(await headOf(file, TYPE_HEAD_BYTES));
  if (type.type === 'heic') return fail({ type: 'PictureHeic' });
  if (type.type === 'other') return fail({ type: 'PictureNotTaken', format: type.format });
  if (type.type === 'none') return fail({ type: 'NotAPicture' });
  if (file.size > LIMIT_BYTES) return fail(tooLarge(file.size));
  const size = sizeOf(await headOf(file, SIZE_HEAD_BYTES), type.mime);
  const pixels = size === null ? 0 : size.width * size.height;
  if (pixels > LIMIT_PIXELS) return fail(tooManyPixels(pixels));
  const sheet = await decode(file);
  return sheet === null ? fail({ type: 'PictureBroken' }) : ok(await encode(sheet, type.mime));
}

/** Whether a file is meant as a picture: by its content, and where that says nothing by what the system calls it. */
export async function isPicture(file: File): Promise<boolean> {
  const { type } = pictureTypeOf(await headOf(file, TYPE_HEAD_BYTES));
  return type !== 'none' || file.type.startsWith('image/');
}

/** The first bytes; none where the file cannot be read, such as a folder or one that is gone. */
async function headOf(file: Blob, bytes: number): Promise<Uint8Array> {
  const head = await file
    .slice(0, bytes)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return new Uint8Array(head);
}

/** The pixels, upright and scaled; null where they do not decode, or not to the end. */
async function decode(file: Blob): Promise<Sheet | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  const sheet = makeSheet(side(picture.width), side(picture.height));
  const { canvas, pen } = sheet;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return sheet;
}

async function encode({ canvas, pen }: Sheet, mime: TakenMime): Promise<PreparedPicture> {
  const { width, height } = canvas;
  const isOpaque = mime === 'image/jpeg' || hidesGround(pen.getImageData(0, 0, width, height).data);
  const type = isOpaque ? 'image/jpeg' : 'image/png';
  return { bytes: await canvas.convertToBlob({ type, quality: JPEG_QUALITY }), width, height };
}

function hidesGround(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

function tooLarge(bytes: number): Fault {
  return { type: 'PictureTooLarge', megabytes: Math.ceil(bytes / 1e6), limit: LIMIT_BYTES / 1e6 };
}

function tooManyPixels(pixels: number): Fault {
  return { type: 'PictureTooManyPixels', megapixels: Math.ceil(pixels / 1e6), limit: LIMIT_PIXELS / 1e6 };
}
