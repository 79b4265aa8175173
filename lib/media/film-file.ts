import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ClipBytes, JoinedBytes, JoinProgress } from './clip-bytes.ts';
import { joinInMemory, joinInto } from './join-clips.ts';

declare global {
  /** TypeScript's library of pages leaves out what only workers have. Source: https://fs.spec.whatwg.org */
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<{
      write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
      close(): void;
    }>;
  }
}

/** Where and up to which size a film is made. */
export interface FilmPlace {
  /** Name of its file, where it becomes one. */
  readonly name: string;
  /** Clips that are larger together are streamed into a file. */
  readonly inMemoryBytes: number;
}

const FOLDER = 'films';

/**
 * Joins clips into a film: in memory where that is fastest, else through a file in the browser's private folder,
 * so that memory stays flat. Only a worker can write that file. Faults: those of joining, and `StorageFull`.
 */
export async function makeFilmFile(
  clips: readonly ClipBytes[],
  { name, inMemoryBytes }: FilmPlace,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<JoinedBytes, Fault>> {
  const sizeBytes = clips.reduce((sum, { bytes }) => sum + bytes.size, 0);
  if (sizeBytes <= inMemoryBytes) return joinInMemory(clips, progress, signal);
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const file = await folder.getFileHandle(name, { create: true });
  const joined = await joinIntoFile(clips, file, progress, signal);
  if (!joined.ok) {
    await folder.removeEntry(name);
    return joined;
  }
  return ok({ bytes: new Blob([await file.getFile()], { type: 'video/mp4' }), lengthS: joined.value });
}

async function joinIntoFile(
  clips: readonly ClipBytes[],
  file: FileSystemFileHandle,
  progress: JoinProgress,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const access = await file.createSyncAccessHandle();
  try {
    return await joinInto(
      clips,
      (bytes, position) => void access.write(bytes, { at: position }),
      progress,
      signal,
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') {
      return fail({ type: 'StorageFull' });
    }
    throw error;
  } finally {
    access.close();
  }
}

/** Removes the file of a film; nothing happens where there is none. */
export async function removeFilmFile(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  await folder.removeEntry(name).catch(passOverMissing);
}

/** Removes every film file, as after a crash. */
export async function removeFilmFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch(passOverMissing);
}

function passOverMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}
