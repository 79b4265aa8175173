import { describe, expect, it } from 'vitest';
import { copyBlob } from '../../lib/media/copy-blob.ts';

const never = new AbortController().signal;
const BYTES = Uint8Array.from({ length: 5_000_000 }, (_, at) => at * 7);

/** A blob whose stream is as browsers had it: no reader fills a buffer that is given to it. */
function plainBlob(): Blob {
  const blob = new Blob([BYTES]);
  return Object.assign(blob, {
    stream: () =>
      new ReadableStream({
        start: (controller) => {
          for (let at = 0; at < BYTES.length; at += 65_536) controller.enqueue(BYTES.slice(at, at + 65_536));
          controller.close();
        },
      }),
  });
}

describe('copying a blob in blocks', () => {
  it.each([
    ['with one buffer', new Blob([BYTES])],
    ['as its stream hands them over', plainBlob()],
  ])('%s writes every byte once, in order, and tells how far it is', async (_, blob) => {
    const copy = new Uint8Array(BYTES.length);
    const told: number[] = [];
    let end = 0;
    const isDone = await copyBlob(
      blob,
      (bytes, position) => {
        expect(position).toBe(end);
        copy.set(bytes, position);
        end += bytes.length;
      },
      (share) => told.push(share),
      never,
    );
    expect(isDone).toBe(true);
    expect(Buffer.compare(copy, BYTES)).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(2);
  });

  it('holds one buffer at a time', async () => {
    const buffers = new Set<ArrayBuffer>();
    await copyBlob(
      new Blob([BYTES]),
      ({ buffer }) => void (buffer.byteLength > 0 && buffers.add(buffer)),
      () => undefined,
      never,
    );
    // What was handed over is taken back: nothing of it can be read any more.
    expect([...buffers].filter(({ byteLength }) => byteLength > 0).length).toBeLessThanOrEqual(1);
    expect(buffers.size).toBeGreaterThan(2);
  });

  it('writes nothing once it is stopped', async () => {
    const abort = new AbortController();
    let writes = 0;
    const isDone = await copyBlob(
      new Blob([BYTES]),
      () => {
        writes++;
        abort.abort();
      },
      () => undefined,
      abort.signal,
    );
    expect([isDone, writes]).toEqual([false, 1]);
  });
});
