/** A part of an MP4 file. Source of all boxes: ISO/IEC 14496-12. */
export interface Box {
  /** Four letters. */
  readonly type: string;
  readonly body: DataView<ArrayBuffer>;
}

/** The matrix of what is not turned, in fixed-point numbers: 16.16, and in the last column 2.30. */
export const UPRIGHT: readonly number[] = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

/** The beginning of a box: its name and where it ends. */
export interface BoxHead {
  readonly type: string;
  readonly headBytes: number;
  /** With the head; Infinity where it goes on to the file's end. */
  readonly sizeBytes: number;
}

/** Reads the beginning of a box; throws a RangeError where there is none. */
export function readBoxHead(view: DataView<ArrayBuffer>, at: number): BoxHead {
  const [short, type] = [view.getUint32(at), fourLetters(view, at + 4)];
  const headBytes = short === 1 ? 16 : 8;
  const sizeBytes = short === 0 ? Infinity : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
  if (sizeBytes < headBytes) throw new RangeError(`The box ${type} is smaller than its head.`);
  return { type, headBytes, sizeBytes };
}

/** The boxes that a box holds from a place on; throws a RangeError where one is larger than what holds it. */
export function boxesIn(parent: DataView<ArrayBuffer>, from = 0): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= parent.byteLength;) {
    const { type, headBytes, sizeBytes } = readBoxHead(parent, at);
    const end = Math.min(at + sizeBytes, sizeBytes === Infinity ? parent.byteLength : Infinity);
    boxes.push({ type, body: part(parent, at + headBytes, end) });
    at = end;
  }
  return boxes;
}

/** What stands in the first box of each name, one within the other. */
export function findBox(
  parent: DataView<ArrayBuffer>,
  ...path: readonly string[]
): DataView<ArrayBuffer> | null {
  let found: DataView<ArrayBuffer> = parent;
  for (const name of path) {
    const next = boxesIn(found).find(({ type }) => type === name);
    if (next === undefined) return null;
    found = next.body;
  }
  return found;
}

/** The bytes from one place to another, or to the end; a view of them and no copy. */
export function bytesOf(
  view: DataView<ArrayBuffer>,
  from = 0,
  to = view.byteLength,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(view.buffer, view.byteOffset + from, to - from);
}

/** Four bytes as letters. */
export function fourLetters(view: DataView<ArrayBuffer>, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((each) => view.getUint8(at + each)));
}

/** Makes a box of what it holds. */
export function makeBox(type: string, ...parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, { length }) => sum + length, 8);
  return joinBytes([uint32s([size]), letters(type), ...parts]);
}

/** Bytes one behind the other. */
export function joinBytes(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of parts) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

/** Numbers of four bytes each; negative ones as their complement of two. */
export function uint32s(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, number] of numbers.entries()) view.setUint32(at * 4, number);
  return bytes;
}

/** Numbers of eight bytes each. */
export function uint64s(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  return uint32s(numbers.flatMap((number) => [Math.floor(number / 2 ** 32), number % 2 ** 32]));
}

/** Letters as bytes. */
export function letters(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function part(view: DataView<ArrayBuffer>, from: number, to: number): DataView<ArrayBuffer> {
  if (to > view.byteLength) throw new RangeError('A box is larger than what holds it.');
  return new DataView(view.buffer, view.byteOffset + from, to - from);
}
