import type { Downloaded, DownloadRequest } from '../domain/download.ts';
import type { Fault } from '../domain/fault.ts';
import { pickFileName, takeFileName } from '../domain/file-name.ts';
import type { AssetId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Scene } from '../domain/scene.ts';
import { extensionOf, type Mark, type Take } from '../domain/take.ts';
import { getMark, putMark } from '../store/marks.ts';
import { getProject } from '../store/projects.ts';
import { getScene, getScenes } from '../store/scenes.ts';
import { getTake } from '../store/takes.ts';
import type { AnyTx, Store } from '../store/transaction.ts';

/** What saving files needs of the browser. */
export interface DownloadPorts {
  /** Makes a URL of stored bytes that lives until the download ends. */
  makeUrl(assetId: AssetId): Promise<Result<string, Fault>>;
  revokeUrl(url: string): Promise<unknown>;
  /** Hands a URL to the browser's downloads; answers the download's number. */
  download(url: string, name: string): Promise<number>;
  isStillSaved(downloadId: number): Promise<boolean>;
}

interface File {
  readonly take: Take;
  readonly mark: Mark;
  readonly name: string;
}

/**
 * Saves takes through the browser's downloads into `Downloads/{project}/` under the names of design §8. A pick
 * whose same bytes are saved under the same name is not saved again; other bytes get a number, never an overwrite.
 */
export async function saveFiles(
  store: Store,
  ports: DownloadPorts,
  request: DownloadRequest,
): Promise<Result<Downloaded, Fault>> {
  const found = await store.read(async (tx) => {
    const project = await getProject(tx, request.projectId);
    return project && { project, files: await filesFor(tx, project, request) };
  });
  if (found === null) return fail({ type: 'NotFound', what: 'project' });
  if (found.files.length === 0) return fail({ type: 'NotFound', what: 'take' });
  let started = 0;
  let already = 0;
  for (const file of found.files) {
    if (request.type !== 'take' && (await isSaved(ports, file))) already++;
    else {
      const saved = await saveFile(store, ports, file);
      if (!saved.ok) return saved;
      started++;
    }
  }
  return ok({ started, already, folder: found.project.stem });
}

async function saveFile(store: Store, ports: DownloadPorts, file: File): Promise<Result<null, Fault>> {
  const url = await ports.makeUrl(file.take.assetId);
  if (!url.ok) return url;
  try {
    const downloadId = await ports.download(url.value, file.name);
    await store.write('relaxed', async (tx) => {
      const mark = await getMark(tx, file.take);
      await putMark(tx, { ...mark, saved: [...mark.saved, { name: file.name, downloadId }] });
    });
    return ok(null);
  } catch (error) {
    await ports.revokeUrl(url.value);
    // Chrome rejects where downloads are blocked by policy or the folder cannot be written.
    return fail({ type: 'DownloadFailed', words: error instanceof Error ? error.message : String(error) });
  }
}

async function isSaved(ports: DownloadPorts, { mark, name }: File): Promise<boolean> {
  const saved = mark.saved.findLast((file) => file.name === name);
  return saved !== undefined && (await ports.isStillSaved(saved.downloadId));
}

async function filesFor(tx: AnyTx, project: Project, request: DownloadRequest): Promise<readonly File[]> {
  if (request.type === 'take') {
    const { kind, number } = request;
    const take = await getTake(tx, { projectId: project.id, sceneIndex: request.index, kind, number });
    if (take === null) return [];
    const extension = extensionOf(take.media.mime);
    const name = takeFileName(project.stem, request.index, kind, number, extension);
    return [{ take, mark: await getMark(tx, take), name }];
  }
  const scenes =
    request.type === 'picks'
      ? await getScenes(tx, project.id)
      : [await getScene(tx, project.id, request.index)];
  const files: File[] = [];
  for (const scene of scenes) {
    const take = scene && (await pickOf(tx, scene));
    if (take === null) continue;
    const name = pickFileName(project.stem, take.sceneIndex, extensionOf(take.media.mime));
    files.push({ take, mark: await getMark(tx, take), name });
  }
  return files;
}

/** A scene's file: its picked video, else its picked image. */
async function pickOf(tx: AnyTx, scene: Scene): Promise<Take | null> {
  const kind = scene.picks.video === null ? 'image' : 'video';
  const number = scene.picks[kind];
  if (number === null) return null;
  return getTake(tx, { projectId: scene.projectId, sceneIndex: scene.index, kind, number });
}
