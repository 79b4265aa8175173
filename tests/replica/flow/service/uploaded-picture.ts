import { spawn } from 'node:child_process';

export interface UploadedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Width and height in a JPEG's frame header; null where there is none. */
export function jpegSize(bytes: Uint8Array): readonly [width: number, height: number] | null {
  const view = Buffer.from(bytes);
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.readUInt16BE(at + 7), view.readUInt16BE(at + 5)];
    at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

function convert(bytes: Uint8Array, args: readonly string[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const made: Buffer[] = [];
    const end = ['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'mjpeg', '-q:v', '3', '-'];
    const ffmpeg = spawn('ffmpeg', ['-v', 'quiet', '-f', 'image2pipe', '-i', '-', ...args, ...end]);
    ffmpeg.stdout.on('data', (part: Buffer) => made.push(part));
    ffmpeg.on('error', reject);
    ffmpeg.on('close', () => resolve(Buffer.concat(made)));
    // A picture that cannot be read closes the pipe before all of it is written.
    ffmpeg.stdin.on('error', () => undefined);
    ffmpeg.stdin.end(bytes);
  });
}

/** What the service stores of an upload: a JPEG stays, anything else becomes one; null where it is no picture. */
export async function readUpload(bytes: Uint8Array): Promise<UploadedPicture | null> {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const stored = isJpeg ? bytes : await convert(bytes, []);
  const size = jpegSize(stored);
  return size === null ? null : { bytes: stored, width: size[0], height: size[1] };
}

/** The same picture at twice its sides. */
export function doubled(bytes: Uint8Array): Promise<Uint8Array> {
  return convert(bytes, ['-vf', 'scale=2*iw:2*ih']);
}
