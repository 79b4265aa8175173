/**
 * The first value of each field of a protobuf message: numbers of varint fields, bytes of the others, one byte a
 * character. Stops where the bytes stop making sense; what it read until then stands.
 * Source: https://protobuf.dev/programming-guides/encoding
 */
export function fieldsOf(bytes: string): ReadonlyMap<number, number | string> {
  const fields = new Map<number, number | string>();
  let at = 0;
  while (at < bytes.length) {
    const tag = varint(bytes, at);
    const value = tag === null ? null : valueAt(bytes, tag.next, tag.value % 8);
    if (tag === null || value === null) break;
    const field = Math.floor(tag.value / 8);
    if (value.value !== undefined && !fields.has(field)) fields.set(field, value.value);
    at = value.next;
  }
  return fields;
}

interface Read<T> {
  readonly value: T;
  readonly next: number;
}

function valueAt(bytes: string, at: number, wireType: number): Read<number | string | undefined> | null {
  switch (wireType) {
    case 0:
      return varint(bytes, at);
    case 1:
      return { value: undefined, next: at + 8 };
    case 2: {
      const length = varint(bytes, at);
      if (length === null || length.next + length.value > bytes.length) return null;
      const next = length.next + length.value;
      return { value: bytes.slice(length.next, next), next };
    }
    case 5:
      return { value: undefined, next: at + 4 };
    default:
      return null;
  }
}

function varint(bytes: string, start: number): Read<number> | null {
  let value = 0;
  for (let at = start; at < Math.min(start + 7, bytes.length); at++) {
    const byte = bytes.charCodeAt(at);
    value += (byte % 128) * 2 ** (7 * (at - start));
    if (byte < 128) return { value, next: at + 1 };
  }
  return null;
}
