import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** How a picture is painted in the page: fields of one colour side by side, `null` where nothing is painted. */
export interface Painting {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly (string | null)[];
  readonly type?: string;
}

/** Paints a picture on a canvas of the browser and answers its bytes. */
export async function paint(page: Page, painting: Painting): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ width, height, colours, type }) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    for (const [at, colour] of colours.entries()) {
      if (colour === null) continue;
      pen.fillStyle = colour;
      pen.fillRect((width * at) / colours.length, 0, width / colours.length, height);
    }
    const bytes = await canvas.convertToBlob({ type: type ?? 'image/jpeg', quality: 0.95 });
    return new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () =>
        resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
      reader.readAsDataURL(bytes);
    });
  }, painting);
  return Buffer.from(base64, 'base64');
}

/** What a camera would note in a JPEG, spliced in behind its start: how it was held, where, and a few words. */
export function withExif(jpeg: Buffer, orientation: number, words: string): Buffer {
  const text = Buffer.from(`${words}\0`);
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4 + text.length + 2 + 12 + 4);
  const words0 = 8 + 2 + 3 * 12 + 4;
  const gps0 = words0 + text.length;
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  entry(tiff, 10, 0x010e, 2, text.length, words0);
  entry(tiff, 22, 0x0112, 3, 1, orientation);
  entry(tiff, 34, 0x8825, 4, 1, gps0);
  text.copy(tiff, words0);
  tiff.writeUInt16LE(1, gps0);
  entry(tiff, gps0 + 2, 0x0001, 2, 2, 0x4e);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16LE(tag, at);
  tiff.writeUInt16LE(type, at + 2);
  tiff.writeUInt32LE(count, at + 4);
  tiff.writeUInt32LE(value, at + 8);
}

/** The beginning of a phone's HEIC file. */
export function heic(): Buffer {
  const box = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  return Buffer.concat([box, Buffer.alloc(4000, 7)]);
}

/** A GIF that is red for a moment and then blue, by ffmpeg. */
export function movingGif(folder: string): Buffer {
  const path = join(folder, 'moving.gif');
  const source = (colour: string): readonly string[] => [
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:s=64x48:r=5:d=0.4`,
  ];
  const args = ['-v', 'error', '-y', ...source('red'), ...source('blue')];
  execFileSync('ffmpeg', [...args, '-filter_complex', 'concat=n=2:v=1', path]);
  return readFileSync(path);
}

/** A picture of one colour as AVIF, by ffmpeg. */
export function avif(folder: string, colour: string): Buffer {
  const path = join(folder, 'made.avif');
  const source = ['-f', 'lavfi', '-i', `color=${colour}:s=96x64`, '-frames:v', '1', '-pix_fmt', 'yuv420p'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, '-c:v', 'libaom-av1', '-still-picture', '1', path]);
  return readFileSync(path);
}

/** The colour of one pixel of a stored picture, by ffmpeg: red, green, blue and opacity, 0 to 255. */
export function pixelAt(path: string, x: number, y: number): readonly number[] {
  const crop = `format=rgba,crop=1:1:${x}:${y}`;
  const args = ['-v', 'error', '-i', path, '-vf', crop, '-frames:v', '1', '-f', 'rawvideo', '-'];
  return [...execFileSync('ffmpeg', args)];
}

/** Writes files to a folder, as a person has them; answers their paths. */
export function onDisk(folder: string, files: Readonly<Record<string, Buffer>>): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Drags files from outside the browser and lets them go at a point, as the system does it. */
export async function dropFiles(
  page: Page,
  { x, y }: { readonly x: number; readonly y: number },
  paths: readonly string[],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await session.detach();
}
