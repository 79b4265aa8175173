import type { JoinProgress, WriteAt } from './clip-bytes.ts';

/** As much as a browser hands over at once: 2 MiB. */
const BLOCK_BYTES = 2 * 1024 * 1024;

/** Hands over what stands next, until its next call; null at the end. */
type ReadNext = () => Promise<Uint8Array<ArrayBuffer> | null>;

/**
 * Writes a blob in blocks; false once it is stopped. One buffer is filled again and again: with a new one for each
 * block a page grew from 182 to 326 MB for a film of 1.3 GB, with one it stays at 110. The next block is on its way
 * while one is written: the browser reads ahead of what is asked for.
 */
export async function copyBlob(
  blob: Blob,
  write: WriteAt,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<boolean> {
  const stream = blob.stream();
  const next = readInto(stream) ?? readFrom(stream);
  let at = 0;
  for (let block = await next(); block !== null; block = await next()) {
    if (signal.aborted) return false;
    write(block, at);
    at += block.length;
    progress(at / blob.size);
  }
  return !signal.aborted;
}

/** Fills a buffer of ours; null where the browser's streams of blobs do not yet know how. */
function readInto(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadNext | null {
  const reader = byteReader(stream);
  if (reader === null) return null;
  let buffer = new ArrayBuffer(BLOCK_BYTES);
  return async () => {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return null;
    ({ buffer } = value);
    return value;
  };
}

function byteReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    // It throws where the stream is not one of bytes.
    return null;
  }
}

function readFrom(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadNext {
  const reader = stream.getReader();
  return async () => (await reader.read()).value ?? null;
}
