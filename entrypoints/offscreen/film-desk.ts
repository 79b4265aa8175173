import type { Fault } from '../../lib/domain/fault.ts';
import type { FilmOrder } from '../../lib/domain/film.ts';
import type { AssetId, ProjectId } from '../../lib/domain/ids.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { removeFilmFile } from '../../lib/media/film-file.ts';
import type { ClipBytes, JoinedBytes } from '../../lib/media/clip-bytes.ts';
import type { RenderCalls } from '../../lib/messages/contract.ts';
import type { FilmTells, FilmTold } from './film-work.ts';

/** Clips that are larger together are streamed through a file: above it a tab may run out of memory. */
const IN_MEMORY_BYTES = 500 * 1024 * 1024;

/** What the film desk needs of the room that it stands in. */
export interface FilmPorts {
  openAsset(id: AssetId): Promise<Blob | null>;
  tellProgress(projectId: ProjectId, share: number): void;
  /** Told when somebody begins to need the document, and when they do not any more. */
  need(by: 1 | -1): void;
}

/** Joins films, one of each project at a time. */
export interface FilmDesk extends Pick<RenderCalls, 'joinFilm' | 'cancelJoin'> {
  /** Frees a film and removes its file; false where the URL is of none. */
  free(url: string): Promise<boolean>;
}

interface Made {
  readonly projectId: ProjectId;
  readonly name: string;
}

/** Builds the desk; each film is joined in a worker of its own, which is ended then. */
export function createFilmDesk(ports: FilmPorts): FilmDesk {
  const working = new Map<ProjectId, Worker>();
  const made = new Map<string, Made>();

  const free = async (url: string): Promise<boolean> => {
    const film = made.get(url);
    if (film === undefined || !made.delete(url)) return false;
    URL.revokeObjectURL(url);
    await removeFilmFile(film.name);
    ports.need(-1);
    return true;
  };
  const cancel = (projectId: ProjectId): boolean => {
    const worker = working.get(projectId);
    worker?.postMessage({ type: 'cancel' } satisfies FilmTold);
    return worker !== undefined;
  };
  /** What an earlier background left of this project: nobody waits for it any more. */
  const clear = async (projectId: ProjectId): Promise<void> => {
    cancel(projectId);
    for (const [url, film] of made) if (film.projectId === projectId) await free(url);
  };

  return {
    free,
    cancelJoin: (projectId) => Promise.resolve(ok(cancel(projectId))),
    joinFilm: async (order) => {
      ports.need(1);
      await clear(order.projectId);
      const name = crypto.randomUUID();
      const film = await join(order, name, ports, working);
      if (!film.ok) {
        ports.need(-1);
        return film;
      }
      const { bytes, lengthS } = film.value;
      const url = URL.createObjectURL(bytes);
      made.set(url, { projectId: order.projectId, name });
      return ok({ url, lengthS, sizeBytes: bytes.size });
    },
  };
}

async function join(
  { projectId, clips }: FilmOrder,
  name: string,
  { openAsset, tellProgress }: FilmPorts,
  working: Map<ProjectId, Worker>,
): Promise<Result<JoinedBytes, Fault>> {
  const stored: ClipBytes[] = [];
  for (const { index, assetId, lengthS } of clips) {
    const bytes = await openAsset(assetId);
    if (bytes === null) return fail({ type: 'ClipDamaged', scene: index });
    stored.push({ index, bytes, lengthS });
  }
  const worker = new Worker(new URL('./offscreen-film-worker.ts', import.meta.url), { type: 'module' });
  working.set(projectId, worker);
  const ended = new Promise<Result<JoinedBytes, Fault>>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FilmTells>) => {
      if (data.type === 'progress') tellProgress(projectId, data.share);
      else resolve(data.film);
    });
    worker.addEventListener('error', ({ message }) => resolve(fail({ type: 'Internal', words: message })));
  });
  const place = { name, inMemoryBytes: IN_MEMORY_BYTES };
  worker.postMessage({ type: 'join', clips: stored, place } satisfies FilmTold);
  const film = await ended;
  worker.terminate();
  if (working.get(projectId) === worker) working.delete(projectId);
  return film;
}
