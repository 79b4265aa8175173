import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClipBytes } from '../../lib/media/clip-bytes.ts';
import { readClipIndex } from '../../lib/media/clip-index.ts';
import { createPieces } from '../../lib/media/film-pieces.ts';
import { joinInMemory } from '../../lib/media/join-clips.ts';
import { joinIndexes } from '../../lib/media/join-indexes.ts';
import { joinPackets } from '../../lib/media/join-packets.ts';
import { clipsOf, complaints, makeClip, probeFilm, writeBlob, type ClipLook } from '../fakes/clips.ts';

const never = new AbortController().signal;

describe('joining clips by their indexes', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'retake-indexes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const made = new Map<string, string>();

  /** The same clip three times; each look is encoded once. */
  function threeOf(look: ClipLook): readonly string[] {
    const key = JSON.stringify(look);
    const path = made.get(key) ?? makeClip(folder, `clip-${made.size}`, look);
    made.set(key, path);
    return [path, path, path];
  }

  /** Copies a clip with ffmpeg into another file of another making. */
  function remade(path: string, name: string, ...args: readonly string[]): string {
    const other = join(folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', path, '-map', '0', '-c', 'copy', ...args, other]);
    return other;
  }

  async function byIndexes(clips: readonly ClipBytes[], name = 'by-indexes'): Promise<string> {
    const joined = await joinIndexes(clips, () => undefined, never);
    if (!joined.ok || joined.value === null) throw new Error('not joined by indexes');
    return writeBlob(folder, `${name}.mp4`, joined.value.bytes);
  }

  async function byPackets(clips: readonly ClipBytes[], name = 'by-packets'): Promise<string> {
    const pieces = createPieces();
    const joined = await joinPackets(clips, pieces.write, () => undefined, never);
    if (!joined.ok) throw new Error(JSON.stringify(joined.fault));
    return writeBlob(folder, `${name}.mp4`, pieces.toBlob('video/mp4'));
  }

  it.each<[string, ClipLook]>([
    ['sound and B-frames', {}],
    ['no sound', { sound: 'none' }],
    ['no B-frames', { video: ['-bf', '0'] }],
    ['every picture a key', { video: ['-g', '1'] }],
    [
      'pictures that none before them shows',
      { video: ['-bf', '3', '-g', '12', '-x264-params', 'open-gop=1'] },
    ],
    ['30 pictures a second', { rate: 30 }],
    ['a length of no whole number of sound packets', { lengthS: 1.5 }],
    ['mono at 44.1 kHz', { sound: { rate: 44_100, channels: 1 } }],
    ['H.265', { video: ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-tag:v', 'hvc1'] }],
    ['VP9', { video: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime'] }],
  ])('of %s gives the packets that joining packet by packet gives, at the same times', async (_, look) => {
    const clips = await clipsOf(threeOf(look), look.lengthS);
    const [one, other] = [await byIndexes(clips), await byPackets(clips)];
    expect(packets(one)).toEqual(packets(other));
    expect(frames(one)).toBe(frames(other));
  });

  it('takes indexes that stand behind the bytes', async () => {
    const plain = threeOf({});
    const behind = plain.map((path, at) => remade(path, `behind-${at}.mp4`));
    for (const path of behind) {
      const bytes = readFileSync(path);
      expect(bytes.indexOf('mdat')).toBeLessThan(bytes.indexOf('moov'));
    }
    const film = await byIndexes(await clipsOf(behind));
    expect(packets(film)).toEqual(packets(await byPackets(await clipsOf(plain))));
  });

  it.each(['indexes', 'packets'])('takes films that were themselves joined by %s', async (how) => {
    const plain = await clipsOf(threeOf({}));
    const film = how === 'indexes' ? await byIndexes(plain, 'film') : await byPackets(plain, 'film');
    const again = await clipsOf([film, film], 3);
    const [one, other] = [await byIndexes(again), await byPackets(again)];
    expect(packets(one)).toEqual(packets(other));
    expect(probeFilm(one)).toEqual({ frames: 144, pictureS: 6, soundS: 6 });
    expect(complaints(one)).toBe('');
  });

  it('makes the film of the bytes of the clips: what it adds is its index', async () => {
    const clips = await clipsOf(threeOf({ lengthS: 4, size: '1280x720' }), 4);
    const joined = await joinIndexes(clips, () => undefined, never);
    const size = joined.ok && joined.value !== null ? joined.value.bytes.size : 0;
    const bytes = clips.reduce((sum, clip) => sum + clip.bytes.size, 0);
    expect(Math.abs(size - bytes)).toBeLessThan(10_000);
  });

  it.each<[string, string, readonly string[]]>([
    ['in fragments', 'other.mp4', ['-movflags', 'frag_keyframe+empty_moov+default_base_moof']],
    ['in Matroska', 'other.mkv', []],
    ['with two tracks of sound', 'other.mp4', ['-map', '0:a']],
    ['that is turned', 'other.mp4', ['-metadata:s:v', 'rotate=90']],
    ['of QuickTime', 'other.mov', []],
  ])('a clip %s goes to be joined packet by packet, and becomes a film', async (_, name, args) => {
    const [path = ''] = threeOf({});
    const others = await clipsOf([remade(path, name, ...args), remade(path, `2-${name}`, ...args)]);
    const joined = await joinInMemory(others, () => undefined, never);
    if (!joined.ok) throw new Error(JSON.stringify(joined.fault));
    const film = await writeBlob(folder, 'film.mp4', joined.value.bytes);
    // Matroska tells times in thousandths.
    expect(probeFilm(film).frames).toBe(48);
    expect(probeFilm(film).pictureS).toBeCloseTo(2, 2);
    expect(complaints(film)).toBe('');
  });

  it('no change of a byte in an index makes it throw, or read what is not there', async () => {
    const [path = ''] = threeOf({});
    const whole = await openAsBlob(path);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const [from, to] = [bytes.indexOf(0x6d), Buffer.from(bytes).indexOf('mdat')];
    for (let at = from; at < to; at++) {
      for (const value of [0, 0x7f, 0xff]) {
        const index = await readClipIndex(
          new Blob([bytes.subarray(0, at), Uint8Array.of(value), bytes.subarray(at + 1)]),
        );
        if (index === null) continue;
        const { samples } = index.video;
        for (const [sample, place] of samples.at.entries()) {
          expect(place + (samples.bytes[sample] ?? 0)).toBeLessThanOrEqual(bytes.length);
        }
      }
    }
  });
});

/** Every packet: its track, when it plays, whether decoding can begin there, and its bytes. */
function packets(path: string): readonly string[] {
  const asked = 'packet=stream_index,pts_time,size,flags,data_hash';
  const args = ['-v', 'error', '-show_data_hash', 'md5', '-show_entries', asked, '-of', 'csv', path];
  return execFileSync('ffprobe', args, { encoding: 'utf8', maxBuffer: 1e8 }).trim().split('\n').toSorted();
}

/** Of every decoded frame and all sound, when it plays and what it is, and what the decoder complains of. */
function frames(path: string): string {
  const args = ['-v', 'error', '-i', path, '-map', '0', '-f', 'framemd5', '-'];
  const told = execFileSync('sh', ['-c', 'ffmpeg "$@" 2>&1', 'sh', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(told).toMatch(/^#format/);
  // Joining packet by packet loses the shape of a pixel where the clip says that it is square.
  return told.replace(/^#sar.*\n/gm, '');
}
