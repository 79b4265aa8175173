import { fail } from '../../lib/domain/result.ts';
import { makeFilmFile } from '../../lib/media/film-file.ts';
import type { FilmTells, FilmTold } from './film-work.ts';

// Joins one film and is ended then: beside the document's own thread renders go on, and only a worker writes
// to the browser's private folder without holding the film in memory.

/** Progress is told at most four times a second. */
const TELL_EVERY_MS = 250;

const abort = new AbortController();
const tell = (told: FilmTells): void => self.postMessage(told);

let toldAt = -Infinity;
function progress(share: number): void {
  const now = performance.now();
  if (now - toldAt < TELL_EVERY_MS) return;
  toldAt = now;
  tell({ type: 'progress', share });
}

async function join(order: Extract<FilmTold, { readonly type: 'join' }>): Promise<void> {
  try {
    tell({ type: 'ended', film: await makeFilmFile(order.clips, order.place, progress, abort.signal) });
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tell({ type: 'ended', film: fail({ type: 'Internal', words }) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FilmTold>) => {
  if (data.type === 'cancel') abort.abort();
  else void join(data);
});
