import { useCallback, useEffect, useRef, useState } from 'react';
import type { StorageShown } from '../../components/panel-props.ts';
import type { LedgerRow } from '../../lib/domain/attempt.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { Fault } from '../../lib/domain/fault.ts';
import type { Hold } from '../../lib/domain/hold.ts';
import type { AssetId, ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { Picture } from '../../lib/domain/picture.ts';
import type { Project } from '../../lib/domain/project.ts';
import type { ProjectLine } from '../../lib/domain/project-line.ts';
import type { Kind, Scene } from '../../lib/domain/scene.ts';
import type { Take } from '../../lib/domain/take.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/domain/settings.ts';
import { openAsset } from '../../lib/store/assets.ts';
import { getHolds } from '../../lib/store/holds.ts';
import { readCard } from '../../lib/store/panel-reads.ts';
import { getFilmPictures } from '../../lib/store/pictures.ts';
import { readProjectLines } from '../../lib/store/project-reads.ts';
import { getProjects } from '../../lib/store/projects.ts';
import { getSaveFault } from '../../lib/store/save-fault.ts';
import { getScenes } from '../../lib/store/scenes.ts';
import { readStorageUse } from '../../lib/store/storage-reads.ts';
import { getSettings } from '../../lib/store/settings.ts';
import { readTakeCost } from '../../lib/store/take-reads.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { openLiveStore } from './live-store.ts';

const NO_HOLDS: readonly Hold[] = [];

/** The store of this page. */
export const live = openLiveStore();

/** The projects in use, newest first; undefined until they are read. */
export function useProjects(): readonly Project[] | undefined {
  return useRead('projects', isProjects, async (tx) =>
    (await getProjects(tx)).filter(({ deletedAt }) => deletedAt === null),
  );
}

/** Every project in use with what is known of it; null until they are read. */
export function useProjectLines(): readonly ProjectLine[] | null {
  return useRead('project lines', isProjects, readProjectLines) ?? null;
}

/** The settings; those of a fresh profile until they are read. */
export function useSettings(): Settings {
  return useRead('settings', isSettings, getSettings) ?? DEFAULT_SETTINGS;
}

/** Why takes are not saved as they are made; null where they are. */
export function useSaveFault(): Fault | null {
  return useRead('saveFault', isSettings, async (tx) => ({ fault: await getSaveFault(tx) }))?.fault ?? null;
}

/** Every hold. */
export function useHolds(): readonly Hold[] {
  return useRead('holds', isHolds, getHolds) ?? NO_HOLDS;
}

/** The pictures of the whole film; none until they are read. */
export function useFilmPictures(projectId: ProjectId | null): readonly Picture[] {
  const wants = useCallback(
    (changed: Changed) => changed.type === 'project' && changed.projectId === projectId,
    [projectId],
  );
  const read = useRead(projectId ?? '', wants, (tx) =>
    projectId === null ? Promise.resolve([]) : getFilmPictures(tx, projectId),
  );
  return read ?? [];
}

/** What is stored, with what the browser says of it; null until it is read. */
export function useStorage(): StorageShown | null {
  const read = useRead('storage', isAnything, async (tx) => {
    const use = await readStorageUse(tx);
    const { usage, quota } = await navigator.storage.estimate();
    const isTold = usage !== undefined && quota !== undefined;
    return { use, disk: isTold ? { usedBytes: usage, quotaBytes: quota } : null };
  });
  return read ?? null;
}

/** The scenes of a film with all that they say; null until they are read. */
export function useScriptOf(projectId: ProjectId | null): readonly Scene[] | null {
  const wants = useCallback((changed: Changed) => isOf(changed, projectId), [projectId]);
  const read = useRead(`script ${projectId ?? ''}`, wants, (tx) =>
    projectId === null ? Promise.resolve([]) : getScenes(tx, projectId),
  );
  return read ?? null;
}

/** One scene's card, read while it is on the screen; null until then, and where none is asked for. */
export function useCardOf(projectId: ProjectId | null, index: SceneIndex | null): Card | null {
  // It may go by frames of other scenes' videos.
  const others = useRef<readonly SceneIndex[]>([]);
  const wants = useCallback(
    (changed: Changed) =>
      isOf(changed, projectId) &&
      (changed.type !== 'scene' || changed.index === index || others.current.includes(changed.index)),
    [projectId, index],
  );
  const isAsked = projectId !== null && index !== null;
  const read = useRead(isAsked ? `${projectId} ${index}` : null, wants, (tx) =>
    isAsked ? readCard(tx, projectId, index) : Promise.resolve(null),
  );
  others.current = read?.frames.map(({ of }) => of.sceneIndex) ?? [];
  return read ?? null;
}

/** What the order of a take cost; null until it is read, and where there was none. */
export function useTakeCost(take: Take): LedgerRow | null {
  const { projectId, sceneIndex, kind, number } = take;
  const wants = useCallback(
    (changed: Changed) => changed.type === 'sightings' || isOf(changed, projectId),
    [projectId],
  );
  const key = `cost ${[projectId, sceneIndex, kind, number].join(' ')}`;
  return useRead(key, wants, async (tx) => ({ cost: await readTakeCost(tx, take) }))?.cost ?? null;
}

/** How far the work of a scene is; null until it is told. */
export function useProgressOf(projectId: ProjectId | null, index: SceneIndex, kind: Kind): number | null {
  const [share, setShare] = useState<number | null>(null);
  useEffect(
    () =>
      live.onProgress((notice) => {
        if (notice.projectId === projectId && notice.index === index && notice.kind === kind) {
          setShare(notice.progress);
        }
      }),
    [projectId, index, kind],
  );
  return share;
}

/** An object URL of stored bytes, revoked when nobody shows them any more. */
export function useAssetUrl(id: AssetId | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (id === null) return;
    let made: string | null = null;
    let isGone = false;
    void openAsset(live.store, id).then((bytes) => {
      if (bytes === null || isGone) return;
      made = URL.createObjectURL(bytes);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [id]);
  return url;
}

/** Reads now and after each change that is wanted; one read at a time, the newest wins. Nothing while the key is null. */
export function useRead<T>(
  key: string | null,
  wants: (changed: Changed) => boolean,
  read: (tx: AnyTx) => Promise<T>,
): T | undefined {
  const [value, setValue] = useState<{ readonly key: string; readonly value: T } | undefined>(undefined);
  const newest = useRef(read);
  newest.current = read;
  useEffect(() => {
    if (key === null) return;
    const gone = new AbortController();
    let running = false;
    let again = false;
    const run = async (): Promise<void> => {
      again = true;
      if (running) return;
      running = true;
      while (again && !gone.signal.aborted) {
        again = false;
        const next = await live.store.read((tx) => newest.current(tx)).catch(() => undefined);
        if (!gone.signal.aborted && next !== undefined) setValue({ key, value: next });
      }
      running = false;
    };
    void run();
    const stop = live.onChange(wants, () => void run());
    return () => {
      gone.abort();
      stop();
    };
  }, [key, wants]);
  return value?.key === key ? value.value : undefined;
}

function isAnything(): boolean {
  return true;
}

function isProjects(changed: Changed): boolean {
  return changed.type === 'projects';
}

function isSettings(changed: Changed): boolean {
  return changed.type === 'settings';
}

function isHolds(changed: Changed): boolean {
  return changed.type === 'holds';
}

/** Whether a change is about one project. */
export function isOf(changed: Changed, projectId: ProjectId | null): boolean {
  return (changed.type === 'scene' || changed.type === 'project') && changed.projectId === projectId;
}
