import { execFileSync } from 'node:child_process';
import { openAsBlob, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClipBytes } from '../../lib/media/clip-bytes.ts';
import { sceneIndex } from './studio.ts';

/** What a clip is made like; what is left out is as an AI service makes it: 720p, 24 frames a second, AAC. */
export interface ClipLook {
  readonly lengthS?: number;
  readonly size?: string;
  readonly rate?: number;
  readonly sound?: 'none' | { readonly rate?: number; readonly channels?: number };
  readonly video?: readonly string[];
}

/** Makes a clip with ffmpeg: a moving test picture and, unless it is silent, a tone. Answers its path. */
export function makeClip(folder: string, name: string, look: ClipLook = {}): string {
  const { lengthS = 1, size = '320x180', rate = 24, sound = {}, video = ['-bf', '2', '-g', '48'] } = look;
  const path = join(folder, `${name}.mp4`);
  const tone =
    sound === 'none'
      ? []
      : ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=${sound.rate ?? 48_000}:duration=${lengthS}`];
  const voice =
    sound === 'none' ? ['-an'] : ['-c:a', 'aac', '-b:a', '96k', '-ac', String(sound.channels ?? 2)];
  const picture = ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}:duration=${lengthS}`];
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', ...video];
  const end = ['-movflags', '+faststart', '-y', path];
  execFileSync('ffmpeg', ['-v', 'error', ...picture, ...tone, ...codec, ...voice, ...end]);
  return path;
}

/** Clips as the film is made of them, scene 1, 2, 3 … */
export function clipsOf(paths: readonly string[], lengthS = 1): Promise<readonly ClipBytes[]> {
  return Promise.all(
    paths.map(async (path, at) => ({
      index: sceneIndex(at + 1),
      bytes: await openAsBlob(path, { type: 'video/mp4' }),
      lengthS,
    })),
  );
}

/** Writes a blob to a file and answers its path. */
export async function writeBlob(folder: string, name: string, bytes: Blob): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(await bytes.arrayBuffer()));
  return path;
}

/** What ffprobe finds by decoding: frames and seconds of the picture, seconds of the sound; null without. */
export interface ProbedFilm {
  readonly frames: number;
  readonly pictureS: number;
  readonly soundS: number | null;
}

export function probeFilm(path: string): ProbedFilm {
  const asked = 'stream=codec_type,nb_read_frames,duration';
  const args = ['-v', 'error', '-count_frames', '-show_entries', asked, '-of', 'json', path];
  const found = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' }));
  const streams: readonly { codec_type: string; nb_read_frames: string; duration: string }[] = found.streams;
  const picture = streams.find(({ codec_type: type }) => type === 'video');
  const sound = streams.find(({ codec_type: type }) => type === 'audio');
  return {
    frames: Number(picture?.nb_read_frames),
    pictureS: Number(picture?.duration),
    soundS: sound === undefined ? null : Number(sound.duration),
  };
}

/** What ffmpeg complains of while it decodes a file; empty where it decodes clean. */
export function complaints(path: string): string {
  const args = ['-v', 'error', '-i', path, '-f', 'null', '-'];
  return execFileSync('sh', ['-c', 'ffmpeg "$@" 2>&1', 'sh', ...args], { encoding: 'utf8' });
}
