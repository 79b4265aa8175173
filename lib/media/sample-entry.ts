import { boxesIn, bytesOf, findBox, makeBox } from './mp4-boxes.ts';

/** What boxes stand behind, in bytes, of the codecs whose packets stand in a film as they are. */
const FIXED_BYTES: Readonly<Record<string, number>> = {
  avc1: 78,
  hvc1: 78,
  vp09: 78,
  av01: 78,
  mp4a: 28,
  Opus: 28,
};

/**
 * How a track's packets are decoded, without what differs between clips of one format: the rates of their bytes.
 * Null where there are several ways in one track, or it is none of the codecs that we know.
 */
export function readSampleEntry(stbl: DataView<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const stsd = findBox(stbl, 'stsd');
  if (stsd === null) return null;
  const [entry, second] = boxesIn(stsd, 8);
  if (entry === undefined || second !== undefined) return null;
  const fixed = FIXED_BYTES[entry.type];
  if (fixed === undefined || isQuickTimeSound(entry.body, fixed)) return null;
  const kept = boxesIn(entry.body, fixed).filter(({ type }) => type !== 'btrt');
  const boxes = kept.map(({ type, body }) =>
    makeBox(type, type === 'esds' ? withoutRates(body) : bytesOf(body)),
  );
  return makeBox(entry.type, bytesOf(entry.body, 0, fixed), ...boxes);
}

/** QuickTime has more numbers before the boxes, and says so by its version. */
function isQuickTimeSound(entry: DataView<ArrayBuffer>, fixed: number): boolean {
  return fixed === 28 && entry.getUint16(8) !== 0;
}

/** Sources: ISO/IEC 14496-1, 7.2.6.5 and 7.2.6.6, and 14496-14, 3.1.2: an MP4 has none of the optional fields. */
function withoutRates(esds: DataView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytesOf(esds).slice();
  const stream = descriptorBody(copy, 4, 3);
  const decoder = stream === null ? null : descriptorBody(copy, stream + 3, 4);
  // Behind the kind of object and of stream: the buffer's size, the highest rate and the average one.
  if (decoder !== null) copy.fill(0, decoder + 2, decoder + 13);
  return copy;
}

/** Where a descriptor's body begins; null where another stands there. */
function descriptorBody(bytes: Uint8Array, at: number, tag: number): number | null {
  if (bytes[at] !== tag) return null;
  let end = at + 1;
  // Its size has as many bytes as have the highest bit set, and one more.
  while ((bytes[end] ?? 0) >= 0x80) end++;
  return end + 1;
}
