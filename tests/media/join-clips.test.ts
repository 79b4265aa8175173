import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormatField } from '../../lib/domain/film.ts';
import { joinInMemory, joinInto } from '../../lib/media/join-clips.ts';
import { clipsOf, complaints, makeClip, probeFilm, writeBlob, type ClipLook } from '../fakes/clips.ts';

const never = new AbortController().signal;
const FRAME_S = 1 / 24;

describe('joining clips', () => {
  let folder = '';
  let plain: readonly string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'retake-join-'));
    plain = [1, 2, 3].map((n) => makeClip(folder, `plain-${n}`));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, ClipLook]>([
    ['with sound and B-frames', {}],
    ['without sound', { sound: 'none' }],
    ['without B-frames', { video: ['-bf', '0'] }],
    ['at 30 frames a second', { rate: 30 }],
    ['whose length is no whole number of sound packets', { lengthS: 1.5 }],
    ['with mono at 44.1 kHz', { sound: { rate: 44_100, channels: 1 } }],
  ])('%s keeps every frame, and sound and picture end together', async (name, look) => {
    const { lengthS = 1, rate = 24 } = look;
    const paths = [1, 2, 3, 4].map((n) => makeClip(folder, `${name.replace(/\W/g, '-')}-${n}`, look));
    const joined = await joinInMemory(await clipsOf(paths, lengthS), () => undefined, never);
    if (!joined.ok) throw new Error(JSON.stringify(joined.fault));
    const film = await writeBlob(folder, 'film.mp4', joined.value.bytes);
    const found = probeFilm(film);
    expect(found.frames).toBe(4 * lengthS * rate);
    expect(found.pictureS).toBeCloseTo(4 * lengthS, 3);
    expect(joined.value.lengthS).toBeCloseTo(4 * lengthS, 3);
    expect(found.soundS === null).toBe(look.sound === 'none');
    expect(Math.abs((found.soundS ?? found.pictureS) - found.pictureS)).toBeLessThanOrEqual(FRAME_S);
    expect(complaints(film)).toBe('');
  });

  it('has its index first, in memory and streamed, and both play the same', async () => {
    const clips = await clipsOf(plain);
    const inMemory = await joinInMemory(clips, () => undefined, never);
    if (!inMemory.ok) throw new Error('not joined');
    const streamed = Buffer.alloc(inMemory.value.bytes.size + 1_000_000);
    let end = 0;
    const lengthS = await joinInto(
      clips,
      (bytes, position) => {
        streamed.set(bytes, position);
        end = Math.max(end, position + bytes.length);
      },
      () => undefined,
      never,
    );
    expect(lengthS).toEqual({ ok: true, value: inMemory.value.lengthS });
    const one = await writeBlob(folder, 'in-memory.mp4', inMemory.value.bytes);
    const other = join(folder, 'streamed.mp4');
    writeFileSync(other, streamed.subarray(0, end));
    expect(probeFilm(other)).toEqual(probeFilm(one));
    expect(complaints(other)).toBe('');
    for (const path of [one, other]) {
      const bytes = readFileSync(path);
      expect(bytes.indexOf('moov')).toBeGreaterThan(0);
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    }
  });

  it.each<[FormatField, ClipLook]>([
    ['size', { size: '640x360' }],
    ['rate', { rate: 30 }],
    ['encoding', { video: ['-bf', '0', '-refs', '4'] }],
    ['sound', { sound: 'none' }],
    ['sound', { sound: { rate: 44_100 } }],
    ['sound', { sound: { channels: 1 } }],
  ])('a clip of another %s is refused by the name of its scene', async (field, look) => {
    const [first = '', second = ''] = plain;
    const other = makeClip(folder, 'other', look);
    const joined = await joinInMemory(await clipsOf([first, second, other]), () => undefined, never);
    expect(joined).toEqual({
      ok: false,
      fault: { type: 'MixedFormats', first: 1, others: [{ index: 3, fields: [field] }] },
    });
  });

  it('a clip of another codec is refused', async () => {
    const [first = ''] = plain;
    const other = makeClip(folder, 'vp9', { video: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime'] });
    const joined = await joinInMemory(await clipsOf([first, other]), () => undefined, never);
    expect(joined).toMatchObject({ fault: { others: [{ index: 2, fields: ['codec'] }] } });
  });

  it.each([0.99, 0.7, 0.3, 0.01])('a clip of which %d is left is refused, not shortened', async (share) => {
    const [first = '', second = ''] = plain;
    const whole = readFileSync(second);
    const cut = join(folder, `cut-${share}.mp4`);
    writeFileSync(cut, whole.subarray(0, whole.length * share));
    const joined = await joinInMemory(await clipsOf([first, cut]), () => undefined, never);
    expect(joined).toEqual({ ok: false, fault: { type: 'ClipDamaged', scene: 2 } });
  });

  it('a clip that is shorter than its take was is refused', async () => {
    const [first = '', second = ''] = plain;
    const joined = await joinInMemory(await clipsOf([first, second], 1.2), () => undefined, never);
    expect(joined).toEqual({ ok: false, fault: { type: 'ClipDamaged', scene: 1 } });
  });

  it('what is no clip is refused', async () => {
    const [first = ''] = plain;
    const none = join(folder, 'none.mp4');
    writeFileSync(none, 'no clip at all');
    const joined = await joinInMemory(await clipsOf([first, none]), () => undefined, never);
    expect(joined).toEqual({ ok: false, fault: { type: 'ClipDamaged', scene: 2 } });
  });

  it.each([
    ['by their indexes', 24, []],
    ['by their packets', 3, ['-movflags', 'frag_keyframe+empty_moov']],
  ] as const)(
    '%s stops where it is once it is cancelled, and tells how far it is',
    async (_, count, args) => {
      const [plainOne = ''] = plain;
      const one = join(folder, 'one.mp4');
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', plainOne, '-c', 'copy', ...args, one]);
      const abort = new AbortController();
      const told: number[] = [];
      const joined = await joinInMemory(
        await clipsOf(Array.from({ length: count }, () => one)),
        (share) => {
          told.push(share);
          if (share > 0.5) abort.abort();
        },
        abort.signal,
      );
      expect(joined).toEqual({ ok: false, fault: { type: 'Cancelled' } });
      expect(Math.max(...told)).toBeLessThan(0.6);
      expect(told.length).toBeGreaterThan(10);
    },
  );

  it('streamed writes in blocks one behind the other, and no more once it is cancelled', async () => {
    const big = makeClip(folder, 'big', { size: '1280x720', video: ['-b:v', '40M', '-minrate', '40M'] });
    const clips = await clipsOf(Array.from({ length: 24 }, () => big));
    const abort = new AbortController();
    const written: number[] = [];
    let end = 0;
    const joined = await joinInto(
      clips,
      (bytes, position) => {
        expect(position).toBe(end);
        end += bytes.length;
        written.push(bytes.length);
        if (written.length === 3) abort.abort();
      },
      () => undefined,
      abort.signal,
    );
    expect(joined).toEqual({ ok: false, fault: { type: 'Cancelled' } });
    expect(written.length).toBe(3);
  });
});
