import type { FilmTrack, Runs } from './film-track.ts';
import { makeBox, uint32s, uint64s } from './mp4-boxes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The first version has no negative delays. */
const SIGNED = 0x0100_0000;

/** The tables of a track, whose places are told in eight bytes where four do not hold them. */
export function makeStbl(entry: Bytes, track: FilmTrack, mediaAt: number, isFar: boolean): Bytes {
  const { sizes, lengths, delays, keys, chunkPlaces } = track;
  const places = chunkPlaces.map((place) => place + mediaAt);
  const count = uint32s([0, places.length]);
  return makeBox(
    'stbl',
    makeBox('stsd', uint32s([0, 1]), entry),
    makeBox('stts', uint32s([0, ...pairsOf(lengths)])),
    ...makeDelays(delays),
    ...(keys.length < sizes.length ? [makeBox('stss', uint32s([0, keys.length]), uint32s(keys))] : []),
    makeBox('stsc', uint32s([0, ...chunkRunsOf(track)])),
    makeBox('stsz', uint32s([0, 0, sizes.length]), uint32s(sizes)),
    isFar ? makeBox('co64', count, uint64s(places)) : makeBox('stco', count, uint32s(places)),
  );
}

/** None where all are shown when they are decoded. */
function makeDelays(delays: Runs): readonly Bytes[] {
  if (delays.values.every((value) => value === 0)) return [];
  const isSigned = delays.values.some((value) => value < 0);
  return [makeBox('ctts', uint32s([isSigned ? SIGNED : 0, ...pairsOf(delays)]))];
}

function pairsOf({ counts, values }: Runs): readonly number[] {
  return [values.length, ...values.flatMap((value, at) => [counts[at] ?? 0, value])];
}

/** Told where the packets of a chunk become more or fewer: its number, how many, and their one description. */
function chunkRunsOf({ chunkCounts }: FilmTrack): readonly number[] {
  const runs = chunkCounts.flatMap((count, at) => (count === chunkCounts[at - 1] ? [] : [at + 1, count, 1]));
  return [runs.length / 3, ...runs];
}
