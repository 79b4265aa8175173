import { describe, expect, it } from 'vitest';
import { makeFilmHead } from '../../lib/media/film-index.ts';
import { createFilmTrack } from '../../lib/media/film-track.ts';
import { boxesIn, findBox, makeBox } from '../../lib/media/mp4-boxes.ts';
import type { PlacedTrack } from '../../lib/media/place-clips.ts';
import { readSamples, type Samples } from '../../lib/media/sample-tables.ts';

/** A track with a packet of two bytes at each place, 10 ticks long, shown later by as much as is told. */
function trackOf(places: readonly number[], delays: readonly number[], length = 10): PlacedTrack {
  const builder = createFilmTrack();
  for (const [at, place] of places.entries()) {
    const [decodedAt, delay] = [at * 10, delays[at] ?? 0];
    builder.add({ bytes: 2, at: place, decodedAt, length, delay, isKey: at % 2 === 0, opensChunk: false });
  }
  const tables = builder.finish();
  if (tables === null) throw new Error('not in order');
  const head = { kind: 'video', timescale: 240, entry: makeBox('avc1'), look: new Uint8Array(44) } as const;
  return { head, tables, zeroAt: 0 };
}

function read(head: Uint8Array<ArrayBuffer>): Samples {
  const stbl = findBox(
    new DataView(head.slice(0, head.lastIndexOf(0x6d) - 4).buffer),
    'moov',
    'trak',
    'mdia',
    'minf',
    'stbl',
  );
  const samples = stbl && readSamples(stbl);
  if (samples === null) throw new Error('not read');
  return samples;
}

describe('the index of a film', () => {
  it('tells where each packet stands behind it, and when it plays', () => {
    const head = makeFilmHead([trackOf([0, 2, 4, 100, 102], [10, 30, 0, 0, -10])], 104);
    if (head === null) throw new Error('no head');
    const samples = read(head);
    expect([...samples.at]).toEqual([0, 2, 4, 100, 102].map((place) => head.length + place));
    expect([...samples.decodedAt]).toEqual([0, 10, 20, 30, 40]);
    expect([...samples.delay]).toEqual([10, 30, 0, 0, -10]);
    expect([...samples.isKey]).toEqual([1, 0, 1, 0, 1]);
    expect([...samples.opensChunk]).toEqual([1, 0, 0, 1, 0]);
  });

  it('of a film of more than 4 GiB tells places and sizes in eight bytes', () => {
    const far = 5 * 2 ** 30;
    const head = makeFilmHead([trackOf([0, far], [])], far + 2);
    if (head === null) throw new Error('no head');
    expect([...read(head).at]).toEqual([head.length, head.length + far]);
    const end = new DataView(head.buffer, head.length - 16);
    expect(end.getUint32(0)).toBe(1);
    expect(end.getBigUint64(8)).toBe(BigInt(far + 2 + 16));
  });

  it('is none of a film longer than its fields hold', () => {
    expect(makeFilmHead([trackOf([0], [], 2 ** 32)], 2)).toBeNull();
  });

  it('is none where a packet is decoded before the one before it', () => {
    const builder = createFilmTrack();
    const sample = { bytes: 1, at: 0, length: 5, delay: 0, isKey: true, opensChunk: true };
    builder.add({ ...sample, decodedAt: 5 });
    builder.add({ ...sample, decodedAt: 4 });
    expect(builder.finish()).toBeNull();
  });
});

describe('boxes', () => {
  it('that are larger than what holds them are none', () => {
    const bytes = Uint8Array.of(0, 0, 0, 9, 0x66, 0x72, 0x65, 0x65);
    expect(() => boxesIn(new DataView(bytes.buffer))).toThrow(RangeError);
  });

  it('may go on to the end', () => {
    const bytes = Uint8Array.of(0, 0, 0, 0, 0x66, 0x72, 0x65, 0x65, 1, 2);
    expect(boxesIn(new DataView(bytes.buffer)).map(({ body }) => body.byteLength)).toEqual([2]);
  });
});
