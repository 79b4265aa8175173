/** Numbers as runs of the same one: most tables of an index say a thing thousands of times. */
export interface Runs {
  readonly counts: number[];
  readonly values: number[];
}

/** A packet of a film's track; times in ticks of the track. */
export interface FilmSample {
  readonly bytes: number;
  /** Where it stands, counted from where the clips' bytes begin. */
  readonly at: number;
  readonly decodedAt: number;
  readonly length: number;
  /** How long after it is decoded it is shown. */
  readonly delay: number;
  readonly isKey: boolean;
  readonly opensChunk: boolean;
}

/** The packets of a film's track as the tables of its index have them, in the order in which they are decoded. */
export interface FilmTrack {
  readonly sizes: number[];
  /** How long after each the next one is decoded. */
  readonly lengths: Runs;
  readonly delays: Runs;
  /** Numbers, from 1, of those at which decoding can begin. */
  readonly keys: number[];
  readonly chunkPlaces: number[];
  /** Packets in each chunk. */
  readonly chunkCounts: number[];
  /** When the first is decoded, and when the last one ends. */
  from: number;
  to: number;
}

/** Fills the tables of a track. */
export interface FilmTrackBuilder {
  add(sample: FilmSample): void;
  /** Null where there is no packet, or one is decoded before the one before it. */
  finish(): FilmTrack | null;
}

/** Begins a track without packets; each lasts until the next one is decoded. */
export function createFilmTrack(): FilmTrackBuilder {
  const track = emptyTrack();
  let [decodedAt, end, isInOrder] = [0, -1, true];
  const lasts = (until: number): void => {
    if (until < decodedAt) isInOrder = false;
    pushRun(track.lengths, until - decodedAt);
  };
  return {
    add: (sample) => {
      if (track.sizes.length > 0) lasts(sample.decodedAt);
      else track.from = sample.decodedAt;
      ({ decodedAt } = sample);
      track.to = decodedAt + sample.length;
      pushSample(track, sample, sample.opensChunk || sample.at !== end);
      end = sample.at + sample.bytes;
    },
    finish: () => {
      if (track.sizes.length === 0) return null;
      lasts(track.to);
      return isInOrder ? track : null;
    },
  };
}

function emptyTrack(): FilmTrack {
  return {
    sizes: [],
    lengths: { counts: [], values: [] },
    delays: { counts: [], values: [] },
    keys: [],
    chunkPlaces: [],
    chunkCounts: [],
    from: 0,
    to: 0,
  };
}

function pushSample(track: FilmTrack, { bytes, at, delay, isKey }: FilmSample, opensChunk: boolean): void {
  const { sizes, delays, keys, chunkPlaces, chunkCounts } = track;
  sizes.push(bytes);
  pushRun(delays, delay);
  if (isKey) keys.push(sizes.length);
  if (opensChunk) {
    chunkPlaces.push(at);
    chunkCounts.push(0);
  }
  chunkCounts[chunkCounts.length - 1] = (chunkCounts.at(-1) ?? 0) + 1;
}

function pushRun({ counts, values }: Runs, value: number): void {
  const last = values.length - 1;
  if (values[last] === value) counts[last] = (counts[last] ?? 0) + 1;
  else {
    values.push(value);
    counts.push(1);
  }
}
