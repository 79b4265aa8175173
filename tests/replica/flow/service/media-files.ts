import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newUuid, type Chance } from './chance.ts';

const run = promisify(execFile);

export interface Shape {
  readonly width: number;
  readonly height: number;
}

export interface MediaFiles {
  /** A real MP4 of this shape and length; its bytes are of this medium alone. */
  clip(mediaId: string, shape: Shape, seconds: number): Promise<Uint8Array>;
  /** A real JPEG; its bytes are of this medium alone. */
  picture(mediaId: string, shape: Shape): Promise<Uint8Array>;
}

const COLOURS = ['c0392b', 'd68910', 'd4ac0d', '1e8449', '148f77', '2471a3', '6c3483', '717d7e'];

/** The colour, as `rrggbb`, that fills a medium's picture: tests tell neighbours apart by it. */
export function colourOf(mediaId: string): string {
  const sum = Buffer.from(mediaId).reduce((total, byte) => total + byte, 0);
  return COLOURS[sum % COLOURS.length] ?? '000000';
}

/** Appends a box that players skip, so that no two clips have the same bytes. */
function markClip(file: Uint8Array, mediaId: string): Uint8Array {
  const box = Buffer.alloc(8 + mediaId.length);
  box.writeUInt32BE(box.length);
  box.write(`free${mediaId}`, 4);
  return Buffer.concat([file, box]);
}

/** Puts a comment behind the JPEG's first marker. */
function markPicture(file: Uint8Array, mediaId: string): Uint8Array {
  const comment = Buffer.alloc(4 + mediaId.length);
  comment.writeUInt16BE(0xfffe);
  comment.writeUInt16BE(2 + mediaId.length, 2);
  comment.write(mediaId, 4);
  return Buffer.concat([file.subarray(0, 2), comment, file.subarray(2)]);
}

function source(mediaId: string, { width, height }: Shape): readonly string[] {
  return ['-f', 'lavfi', '-i', `color=c=0x${colourOf(mediaId)}:s=${width}x${height}:r=24`];
}

const SOUND = ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo'];
const CODECS = [
  '-c:v',
  'libx264',
  '-preset',
  'ultrafast',
  '-pix_fmt',
  'yuv420p',
  '-c:a',
  'aac',
  '-b:a',
  '32k',
];

/**
 * Makes media once per shape, length and colour and keeps them beside other temporary files, so that hundreds of
 * runs share a few encodings.
 */
export function openMediaFiles(chance: Chance, folder = join(tmpdir(), 'retake-flow-media')): MediaFiles {
  const made = new Map<string, Promise<Uint8Array>>();
  const make = async (name: string, args: readonly string[]): Promise<Uint8Array> => {
    const path = join(folder, name);
    if (existsSync(path)) return readFile(path);
    await mkdir(folder, { recursive: true });
    // Other test processes may make the same file: a whole one takes its place in one step.
    const draft = join(folder, `${process.pid}-${newUuid(chance)}-${name}`);
    await run('ffmpeg', ['-v', 'error', ...args, '-y', draft]);
    await rename(draft, path);
    return readFile(path);
  };
  const once = (name: string, args: readonly string[]): Promise<Uint8Array> => {
    const known = made.get(name) ?? make(name, args);
    made.set(name, known);
    return known;
  };
  const nameOf = (mediaId: string, { width, height }: Shape): string =>
    `${colourOf(mediaId)}-${width}x${height}`;
  return {
    clip: async (mediaId, shape, seconds) => {
      const end = [...CODECS, '-t', String(seconds), '-movflags', '+faststart'];
      const args = [...source(mediaId, shape), ...SOUND, ...end];
      return markClip(await once(`${nameOf(mediaId, shape)}-${seconds}s.mp4`, args), mediaId);
    },
    picture: async (mediaId, shape) => {
      const args = [...source(mediaId, shape), '-frames:v', '1', '-q:v', '3'];
      return markPicture(await once(`${nameOf(mediaId, shape)}.jpg`, args), mediaId);
    },
  };
}
