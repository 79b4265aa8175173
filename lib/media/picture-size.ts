import type { TakenMime } from './picture-type.ts';

/** Width and height in pixels, as a file says them. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a picture's size from its first bytes, so that one that is too large to decode is never decoded. Null
 * where it stands further back, or nowhere. A JPEG's is the one before it is turned upright.
 */
export function sizeOf(head: Uint8Array, mime: TakenMime): Size | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    switch (mime) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 'image/jpeg':
        return jpegSize(view);
      case 'image/webp':
        return webpSize(view);
      case 'image/avif':
        return avifSize(view, head);
    }
  } catch (error) {
    // The bytes end before the size does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Walks the segments to the frame header. Source: ITU-T T.81, B.2.2; C4, C8 and CC begin no frame. */
function jpegSize(view: DataView): Size {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
}

/** Source: https://developers.google.com/speed/webp/docs/riff_container, by the first chunk's name. */
function webpSize(view: DataView): Size | null {
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 0x5650384c: {
      // VP8L
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503820: // VP8
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** The largest `ispe` property: a tiled picture has one for its tiles too. */
function avifSize(view: DataView, head: Uint8Array): Size | null {
  let largest: Size | null = null;
  for (let at = head.indexOf(0x69); at !== -1; at = head.indexOf(0x69, at + 1)) {
    if (at + 16 > head.length) break;
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
