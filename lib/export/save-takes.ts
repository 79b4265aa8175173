import type { DownloadState } from '../domain/download.ts';
import type { Fault } from '../domain/fault.ts';
import { takeFileName } from '../domain/file-name.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { extensionOf, type Mark, type ToSave } from '../domain/take.ts';
import { getMark, getUnsaved, putMark } from '../store/marks.ts';
import { getProject } from '../store/projects.ts';
import { putSaveFault } from '../store/save-fault.ts';
import { getTake, type TakeKey } from '../store/takes.ts';
import type { Store } from '../store/transaction.ts';
import type { DownloadPorts } from './save-files.ts';

/** What saving takes as they are made needs of the browser. */
export interface SavePorts extends Pick<DownloadPorts, 'makeUrl' | 'revokeUrl' | 'download'> {
  /** What became of the download of a URL; the browser remembers it when a worker dies (L10). */
  downloadState(url: string): Promise<DownloadState>;
}

/** `through`: the take waits no more. `on its way`: its download runs. */
type Begun = Promise<Result<'through' | 'on its way', Fault>>;

/** Saves what waits, one file at a time; calls that come meanwhile take their turn. */
export interface TakeSaver {
  /** Takes were stored, a background started, or the user pressed Try again. */
  run(): Promise<void>;
  /** A download of ours ended. */
  ended(url: string): Promise<void>;
}

const GONE: Fault = { type: 'AssetMissing' };

/** Builds the saver over a store. Nothing that matters is kept in it: the marks say what waits (L10). */
export function createTakeSaver(store: Store, ports: SavePorts): TakeSaver {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    run: () => inTurn(() => saveNewTakes(store, ports)),
    ended: (url) => inTurn(() => takeUp(store, ports, url)),
  };
}

/**
 * Saves the takes that wait to `Downloads/{project}/`, oldest of a scene first. One download is on its way at a
 * time and its end calls again, so that a folder that cannot be written to is met once and not by every take:
 * the first fault is stored and ends the round.
 */
async function saveNewTakes(store: Store, ports: SavePorts): Promise<void> {
  for (const mark of await store.read(getUnsaved)) {
    const begun = await saveTake(store, ports, mark);
    if (!begun.ok) return store.write('relaxed', (tx) => putSaveFault(tx, begun.fault));
    if (begun.value === 'on its way') return;
  }
}

/** A download ended: where it failed, the take waits for the next round and the fault is told. */
async function takeUp(store: Store, ports: SavePorts, url: string): Promise<void> {
  const waiting = await store.read(getUnsaved);
  const mark = waiting.find(({ toSave }) => toSave?.url === url);
  if (mark === undefined) return;
  const found = await ports.downloadState(url);
  if (found.state !== 'failed') return saveNewTakes(store, ports);
  await store.write('relaxed', async (tx) => {
    await putMark(tx, { ...(await getMark(tx, mark)), toSave: { url: null } });
    await putSaveFault(tx, found.fault);
  });
}

/** Saves one take once: an earlier background may have asked for its download already. */
async function saveTake(store: Store, ports: SavePorts, mark: Mark): Begun {
  const url = mark.toSave?.url ?? null;
  if (url === null) return begin(store, ports, mark);
  const found = await ports.downloadState(url);
  switch (found.state) {
    case 'running':
      return ok('on its way');
    case 'saved':
      await settle(store, mark, found);
      return ok('through');
    case 'cancelled':
      await settle(store, mark, null);
      return ok('through');
    case 'failed':
    case 'unknown':
      await ports.revokeUrl(url);
      return begin(store, ports, mark);
  }
}

async function begin(store: Store, ports: SavePorts, key: TakeKey): Begun {
  const file = await store.read(async (tx) => {
    const [project, take] = [await getProject(tx, key.projectId), await getTake(tx, key)];
    return project && take && { assetId: take.assetId, name: nameOf(project.stem, take) };
  });
  const url = file === null ? fail(GONE) : await ports.makeUrl(file.assetId);
  if (file !== null && url.ok) return ask(store, ports, key, url.value, file.name);
  if (!url.ok && url.fault.type !== 'AssetMissing') return url;
  await settle(store, key, null);
  return ok('through');
}

/** The URL is stored before the browser is asked, so that a death between the two makes no second file. */
async function ask(store: Store, ports: SavePorts, key: TakeKey, url: string, name: string): Begun {
  if (!(await putToSave(store, key, { url }))) {
    await ports.revokeUrl(url);
    return ok('through');
  }
  try {
    await ports.download(url, name);
    return ok('on its way');
  } catch (error) {
    await ports.revokeUrl(url);
    await putToSave(store, key, { url: null });
    return fail({ type: 'DownloadFailed', words: error instanceof Error ? error.message : String(error) });
  }
}

/** Answers false where the take does not wait any more: saving was switched off meanwhile. */
function putToSave(store: Store, key: TakeKey, toSave: ToSave): Promise<boolean> {
  return store.write('strict', async (tx) => {
    const mark = await getMark(tx, key);
    if (mark.toSave !== null) await putMark(tx, { ...mark, toSave });
    return mark.toSave !== null;
  });
}

async function settle(
  store: Store,
  key: TakeKey,
  saved: Extract<DownloadState, { state: 'saved' }> | null,
): Promise<void> {
  await store.write('relaxed', async (tx) => {
    const mark = await getMark(tx, key);
    const file = saved && { name: saved.name, downloadId: saved.downloadId };
    await putMark(tx, { ...mark, toSave: null, saved: file === null ? mark.saved : [...mark.saved, file] });
    if (saved !== null) await putSaveFault(tx, null);
  });
}

function nameOf(stem: string, take: TakeKey & { readonly media: { readonly mime: string } }): string {
  return takeFileName(stem, take.sceneIndex, take.kind, take.number, extensionOf(take.media.mime));
}
