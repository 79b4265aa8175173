import type { FilmPlan } from '../domain/film-plan.ts';
import { cutKey } from '../domain/cut.ts';
import type { DownloadState } from '../domain/download.ts';
import type { Fault } from '../domain/fault.ts';
import { filmFileName } from '../domain/file-name.ts';
import type { FilmOrder, JoinedFilm, SavedFilm } from '../domain/film.ts';
import type { ProjectId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readFilmPlan } from '../store/film-reads.ts';
import { getProject, putProject } from '../store/projects.ts';
import type { Store } from '../store/transaction.ts';
import type { SavePorts } from './save-takes.ts';

/** What making a film needs of the browser. */
export interface FilmPorts extends Pick<SavePorts, 'revokeUrl' | 'download' | 'downloadState'> {
  join(order: FilmOrder): Promise<Result<JoinedFilm, Fault>>;
  cancelJoin(projectId: ProjectId): Promise<Result<boolean, Fault>>;
  /** Milliseconds since the epoch. */
  clock(): number;
}

/** Makes films of picks. A worker that dies meanwhile loses only the press: nothing half-made is left in its place. */
export interface FilmMaker {
  /** Makes the film and saves it; a press while it is made is answered with it. */
  make(projectId: ProjectId): Promise<Result<SavedFilm, Fault>>;
  cancel(projectId: ProjectId): Promise<Result<boolean, Fault>>;
  /** A download of ours ended. */
  ended(url: string): void;
}

type Ended = (url: string) => Promise<void>;

/** Builds the maker over a store. */
export function createFilmMaker(store: Store, ports: FilmPorts): FilmMaker {
  const making = new Map<ProjectId, Promise<Result<SavedFilm, Fault>>>();
  const waiting = new Map<string, () => void>();
  const ended: Ended = (url) => new Promise((resolve) => waiting.set(url, resolve));
  return {
    make: (projectId) => {
      const known = making.get(projectId);
      if (known !== undefined) return known;
      const made = makeFilm(store, ports, projectId, ended).finally(() => making.delete(projectId));
      making.set(projectId, made);
      return made;
    },
    cancel: (projectId) => ports.cancelJoin(projectId),
    ended: (url) => {
      waiting.get(url)?.();
      waiting.delete(url);
    },
  };
}

async function makeFilm(
  store: Store,
  ports: FilmPorts,
  projectId: ProjectId,
  ended: Ended,
): Promise<Result<SavedFilm, Fault>> {
  const found = await store.read(async (tx) => ({
    plan: await readFilmPlan(tx, projectId),
    stem: (await getProject(tx, projectId))?.stem,
  }));
  if (found.plan === null || found.stem === undefined) return fail({ type: 'NotFound', what: 'project' });
  const { cut } = found.plan;
  if (cut.length === 0) return fail({ type: 'NothingToDo' });
  const clips = cut.map(({ index, assetId, from, to }) => ({ index, assetId, lengthS: to - from }));
  const joined = await ports.join({ projectId, clips });
  if (!joined.ok) return joined;
  const { url, lengthS, sizeBytes } = joined.value;
  const saved = await saveFilm(ports, url, filmFileName(found.stem), ended);
  if (!saved.ok) return saved;
  await keepMade(store, projectId, cut, saved.value, ports.clock());
  return ok({ name: saved.value, lengthS, sizeBytes });
}

/** Answers the name that the file got: another film of that name is never overwritten. */
async function saveFilm(
  ports: FilmPorts,
  url: string,
  name: string,
  ended: Ended,
): Promise<Result<string, Fault>> {
  const over = ended(url);
  try {
    await ports.download(url, name);
  } catch (error) {
    await ports.revokeUrl(url);
    return fail({ type: 'DownloadFailed', words: error instanceof Error ? error.message : String(error) });
  }
  await over;
  return nameOf(await ports.downloadState(url));
}

function nameOf(found: DownloadState): Result<string, Fault> {
  switch (found.state) {
    case 'saved':
      return ok(found.name);
    case 'failed':
      return fail(found.fault);
    case 'cancelled':
      return fail({ type: 'Cancelled' });
    case 'running':
    case 'unknown':
      return fail({ type: 'DownloadFailed', words: found.state });
  }
}

/** Another pick or order makes Make film the next step again: what was made is known by its cut. */
async function keepMade(
  store: Store,
  projectId: ProjectId,
  cut: FilmPlan['cut'],
  name: string,
  madeAt: number,
): Promise<void> {
  await store.write('relaxed', async (tx) => {
    const project = await getProject(tx, projectId);
    if (project !== null) await putProject(tx, { ...project, film: { cut: cutKey(cut), name, madeAt } });
  });
}
