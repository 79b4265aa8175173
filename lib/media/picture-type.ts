/** What a file is by how its bytes begin, as far as pictures go. */
export type PictureType =
  /** The browser decodes it, and it can be kept. */
  | { readonly type: 'taken'; readonly mime: TakenMime }
  /** HEIC or HEIF, as phones save it: the browser decodes none. */
  | { readonly type: 'heic' }
  /** A picture of a format that is not taken, by the name that people know. */
  | { readonly type: 'other'; readonly format: string }
  | { readonly type: 'none' };

/** Formats of which a picture can be made ready. */
export type TakenMime = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif';

/** How many bytes {@link pictureTypeOf} wants to see: an SVG may begin with a long comment. */
export const TYPE_HEAD_BYTES = 2048;

/** Brands of HEIF's `ftyp` box. Source: ISO/IEC 23008-12, annex B and E; `mif1` alone may hold either codec. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const AVIF_BRANDS = ['avif', 'avis'];

/** Magic numbers of picture formats that are not taken. */
const OTHERS: readonly (readonly [format: string, ...bytes: number[]])[] = [
  ['BMP', 0x42, 0x4d],
  ['TIFF', 0x49, 0x49, 0x2a, 0x00],
  ['TIFF', 0x4d, 0x4d, 0x00, 0x2a],
  ['JPEG XL', 0xff, 0x0a],
  ['JPEG XL', 0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20],
  ['JPEG 2000', 0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20],
  ['ICO', 0x00, 0x00, 0x01, 0x00],
  ['Photoshop', 0x38, 0x42, 0x50, 0x53],
];

/** Tells what a file is by its first {@link TYPE_HEAD_BYTES} bytes, whatever it is called. */
export function pictureTypeOf(head: Uint8Array): PictureType {
  const text = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const starts = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return { type: 'taken', mime: 'image/jpeg' };
  if (starts(0x89, 0x50, 0x4e, 0x47)) return { type: 'taken', mime: 'image/png' };
  if (/^GIF8[79]a$/.test(text(0, 6))) return { type: 'taken', mime: 'image/gif' };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { type: 'taken', mime: 'image/webp' };
  if (text(4, 8) === 'ftyp') return heifType(text(8, Math.min(64, head[3] ?? 0)));
  const other = OTHERS.find(([, ...bytes]) => starts(...bytes));
  if (other !== undefined) return { type: 'other', format: other[0] };
  return isSvg(text(0, TYPE_HEAD_BYTES)) ? { type: 'other', format: 'SVG' } : { type: 'none' };
}

/** By the box's brands: the major one, four bytes of its version, then those that it is compatible with. */
function heifType(brands: string): PictureType {
  const all = brands.match(/.{4}/gs) ?? [];
  if (all.some((brand) => AVIF_BRANDS.includes(brand))) return { type: 'taken', mime: 'image/avif' };
  return all.some((brand) => HEIC_BRANDS.includes(brand)) ? { type: 'heic' } : { type: 'none' };
}

function isSvg(text: string): boolean {
  return /^\W*(\?xml\b[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg\b[^>]*>\s*)?(<)?svg\b/i.test(text);
}
