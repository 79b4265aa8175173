import { findBox } from './mp4-boxes.ts';

/** The packets of a track, in the order in which they are decoded; times in ticks of the track. */
export interface Samples {
  readonly count: number;
  /** Where each stands in its file. */
  readonly at: Float64Array;
  readonly bytes: Uint32Array;
  readonly decodedAt: Float64Array;
  readonly length: Uint32Array;
  /** How long after it is decoded each is shown. */
  readonly delay: Int32Array;
  /** 1 where decoding can begin. */
  readonly isKey: Uint8Array;
  /** 1 where a chunk begins. */
  readonly opensChunk: Uint8Array;
}

/** More are no clip's, and a broken number would ask for gigabytes: two days of 24 pictures a second. */
const MOST_SAMPLES = 2 ** 22;

/** Reads the packets of a track; null where the tables contradict one another or one is missing. */
export function readSamples(stbl: DataView<ArrayBuffer>): Samples | null {
  const table = (name: string): DataView<ArrayBuffer> | null => findBox(stbl, name);
  const [stsz, stts, stsc] = [table('stsz'), table('stts'), table('stsc')];
  const offsets = readOffsets(table('stco'), table('co64'));
  if (stsz === null || stts === null || stsc === null || offsets === null) return null;
  const bytes = readSizes(stsz);
  const { length: count } = bytes;
  const places = placeSamples(bytes, stsc, offsets);
  const times = readTimes(stts, count);
  const delay = readDelays(table('ctts'), count);
  if (count === 0 || places === null || times === null || delay === null) return null;
  return { count, bytes, ...places, ...times, delay, isKey: readKeys(table('stss'), count) };
}

function readSizes(stsz: DataView<ArrayBuffer>): Uint32Array {
  const [same, count] = [stsz.getUint32(4), stsz.getUint32(8)];
  if (count > MOST_SAMPLES) return new Uint32Array();
  return Uint32Array.from({ length: count }, (_, at) => (same === 0 ? stsz.getUint32(12 + at * 4) : same));
}

function readOffsets(
  stco: DataView<ArrayBuffer> | null,
  co64: DataView<ArrayBuffer> | null,
): Float64Array | null {
  const table = stco ?? co64;
  if (table === null) return null;
  const width = stco === null ? 8 : 4;
  const count = Math.min(table.getUint32(4), (table.byteLength - 8) / width);
  return Float64Array.from({ length: count }, (_, at) =>
    width === 4 ? table.getUint32(8 + at * 4) : Number(table.getBigUint64(8 + at * 8)),
  );
}

/** Chunks hold packets one behind the other; how many is told where it changes. */
function placeSamples(
  bytes: Uint32Array,
  stsc: DataView<ArrayBuffer>,
  offsets: Float64Array,
): Pick<Samples, 'at' | 'opensChunk'> | null {
  const [at, opensChunk] = [new Float64Array(bytes.length), new Uint8Array(bytes.length)];
  const entries = stsc.getUint32(4);
  let [entry, sample] = [0, 0];
  for (const [chunk, offset] of offsets.entries()) {
    if (entry + 1 < entries && stsc.getUint32(8 + (entry + 1) * 12) === chunk + 1) entry++;
    const end = sample + stsc.getUint32(12 + entry * 12);
    if (end > bytes.length) return null;
    if (sample < end) opensChunk[sample] = 1;
    for (let place = offset; sample < end; sample++) {
      at[sample] = place;
      place += bytes[sample] ?? 0;
    }
  }
  return sample === bytes.length ? { at, opensChunk } : null;
}

function readTimes(stts: DataView<ArrayBuffer>, count: number): Pick<Samples, 'decodedAt' | 'length'> | null {
  const length = Uint32Array.from(readRuns(stts, count) ?? []);
  if (length.length !== count) return null;
  let now = 0;
  const decodedAt = new Float64Array(count);
  for (const [at, each] of length.entries()) {
    decodedAt[at] = now;
    now += each;
  }
  return { decodedAt, length };
}

/** Without the table all are shown when they are decoded. Files of either version have negative ones. */
function readDelays(ctts: DataView<ArrayBuffer> | null, count: number): Int32Array | null {
  return ctts === null ? new Int32Array(count) : readRuns(ctts, count);
}

/** A value for each packet, told as how many have the same; null where it is told of more or of fewer. */
function readRuns(table: DataView<ArrayBuffer>, count: number): Int32Array | null {
  const values = new Int32Array(count);
  const entries = table.getUint32(4);
  let end = 0;
  for (let entry = 0; entry < entries; entry++) {
    const from = end;
    end += table.getUint32(8 + entry * 8);
    if (end > count) return null;
    values.fill(table.getInt32(12 + entry * 8), from, end);
  }
  return end === count ? values : null;
}

/** Without the table decoding can begin at each. */
function readKeys(stss: DataView<ArrayBuffer> | null, count: number): Uint8Array {
  const isKey = new Uint8Array(count).fill(stss === null ? 1 : 0);
  const keys = stss?.getUint32(4) ?? 0;
  for (let key = 0; key < keys; key++) isKey[(stss?.getUint32(8 + key * 4) ?? 0) - 1] = 1;
  return isKey;
}
