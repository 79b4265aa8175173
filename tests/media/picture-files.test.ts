import { describe, expect, it } from 'vitest';
import { fittedSize } from '../../lib/media/fit-picture.ts';
import { sizeOf } from '../../lib/media/picture-size.ts';
import { pictureTypeOf } from '../../lib/media/picture-type.ts';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

describe('what a file is, by its content', () => {
  it.each([
    ['\xff\xd8\xff\xe0', { type: 'taken', mime: 'image/jpeg' }],
    ['\x89PNG\r\n\x1a\n', { type: 'taken', mime: 'image/png' }],
    ['GIF89a', { type: 'taken', mime: 'image/gif' }],
    ['RIFF\x10\0\0\0WEBPVP8 ', { type: 'taken', mime: 'image/webp' }],
    ['\0\0\0\x1cftypavif\0\0\0\0mif1miafavif', { type: 'taken', mime: 'image/avif' }],
    ['\0\0\0\x18ftypmif1\0\0\0\0avifmif1', { type: 'taken', mime: 'image/avif' }],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', { type: 'heic' }],
    ['\0\0\0\x18ftypmif1\0\0\0\0mif1heic', { type: 'heic' }],
    ['\0\0\0\x18ftypisom\0\0\0\0isomavc1', { type: 'none' }],
    ['II*\0', { type: 'other', format: 'TIFF' }],
    ['<svg xmlns="http://www.w3.org/2000/svg">', { type: 'other', format: 'SVG' }],
    ['<?xml version="1.0"?>\n<!-- a -->\n<svg>', { type: 'other', format: 'SVG' }],
    ['{"scenes": ["<svg>"]}', { type: 'none' }],
    ['Cảnh 1: <svg', { type: 'none' }],
    ['', { type: 'none' }],
  ])('%j is %j', (text, type) => {
    expect(pictureTypeOf(bytes(text))).toEqual(type);
  });
});

describe('how large a picture is before it is decoded', () => {
  it.each([
    ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\0\x10', { width: 30_000, height: 16 }],
    ['image/gif', 'GIF89a\x40\x01\x20\0', { width: 320, height: 32 }],
    [
      'image/jpeg',
      '\xff\xd8\xff\xe1\0\x06Exif\xff\xc4\0\x03\0\xff\xc2\0\x11\x08\x02\0\x03\0',
      { width: 768, height: 512 },
    ],
    [
      'image/webp',
      'RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x03\0\xff\x01\0',
      { width: 1024, height: 512 },
    ],
    ['image/avif', 'ftypavif....ispe\0\0\0\0\0\0\x02\0\0\0\x01\0', { width: 512, height: 256 }],
    ['image/jpeg', '\xff\xd8\xff\xe1\0\x06Ex', null],
  ] as const)('%s', (mime, text, size) => {
    expect(sizeOf(bytes(text), mime)).toEqual(size);
  });
});

describe('a picture in the film’s shape', () => {
  it.each([
    ['cut, no pixel enlarged', 1600, 1200, '16:9', { width: 1600, height: 900 }],
    ['tall', 1600, 1200, '9:16', { width: 1152, height: 2048 }],
    ['around one that is shown whole', 2000, 500, '16:9', { width: 2016, height: 1134 }],
    ['square', 801, 803, '1:1', { width: 800, height: 800 }],
    ['of a shop’s feed', 1000, 1000, '4:5', { width: 800, height: 1000 }],
    ['tiny', 3, 2, '16:9', { width: 32, height: 18 }],
  ] as const)('%s', (_name, width, height, aspect, size) => {
    expect(fittedSize(width, height, aspect)).toEqual(size);
  });
});
