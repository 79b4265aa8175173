import { readBoxHead } from './mp4-boxes.ts';

/** Read at once: each reading asks another process and waits, and an index of some seconds is smaller: 16 KiB. */
const GLANCE_BYTES = 16 * 1024;

/** Larger ones are no clip's: 64 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What an MP4's index holds; null where it has none or is in fragments. Throws where the file ends before it does. */
export async function readMoov(file: Blob): Promise<DataView<ArrayBuffer> | null> {
  let [at, glanceAt] = [0, 0];
  let glance = await readPart(file, 0, GLANCE_BYTES);
  while (at + 8 <= file.size) {
    if (at + 16 > glanceAt + glance.byteLength && at + 16 <= file.size) {
      glance = await readPart(file, at, GLANCE_BYTES);
      glanceAt = at;
    }
    const { type, headBytes, sizeBytes } = readBoxHead(glance, at - glanceAt);
    if (type === 'moof') return null;
    if (type === 'moov') {
      if (sizeBytes > MOST_BYTES) return null;
      const from = at - glanceAt + headBytes;
      if (at + sizeBytes <= glanceAt + glance.byteLength) {
        return new DataView(glance.buffer, from, sizeBytes - headBytes);
      }
      const moov = await readPart(file, at + headBytes, sizeBytes - headBytes);
      return moov.byteLength === sizeBytes - headBytes ? moov : null;
    }
    at += sizeBytes;
  }
  return null;
}

async function readPart(file: Blob, from: number, length: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(from, from + length).arrayBuffer());
}
