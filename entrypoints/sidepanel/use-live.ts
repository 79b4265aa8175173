import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card, ScenePlace } from '../../lib/domain/card.ts';
import type { Hold } from '../../lib/domain/hold.ts';
import type { AssetId, ProjectId, SceneIndex } from '../../lib/domain/ids.ts';
import type { Changed } from '../../lib/domain/notice.ts';
import type { Project } from '../../lib/domain/project.ts';
import type { Kind } from '../../lib/domain/scene.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/domain/settings.ts';
import { readAsset } from '../../lib/store/assets.ts';
import { getHolds } from '../../lib/store/holds.ts';
import { readCard, readFilm } from '../../lib/store/panel-reads.ts';
import { getProjects } from '../../lib/store/projects.ts';
import { getSettings } from '../../lib/store/settings.ts';
import type { AnyTx } from '../../lib/store/transaction.ts';
import { openLiveStore } from './live-store.ts';

/** The store of this page. */
export const live = openLiveStore();

/** The projects in use, newest first; undefined until they are read. */
export function useProjects(): readonly Project[] | undefined {
  return useRead('projects', isProjects, async (tx) =>
    (await getProjects(tx)).filter(({ deletedAt }) => deletedAt === null),
  );
}

/** The settings; those of a fresh profile until they are read. */
export function useSettings(): Settings {
  return useRead('settings', isSettings, getSettings) ?? DEFAULT_SETTINGS;
}

/** Every hold. */
export function useHolds(): readonly Hold[] {
  return useRead('holds', isHolds, getHolds) ?? [];
}

/** The scenes of a film in order; empty until they are read. A place that did not change stays the same object. */
export function useFilm(projectId: ProjectId | null): readonly ScenePlace[] {
  const wants = useCallback((changed: Changed) => isOf(changed, projectId), [projectId]);
  const read = useRead(projectId ?? '', wants, (tx) =>
    projectId === null ? Promise.resolve([]) : readFilm(tx, projectId),
  );
  const known = useRef(new Map<string, ScenePlace>());
  if (read === undefined) return [];
  const same = read.map((place) => known.current.get(JSON.stringify(place)) ?? place);
  known.current = new Map(same.map((place) => [JSON.stringify(place), place]));
  return same;
}

/** One scene's card, read while it is on the screen; null until then. */
export function useCardOf(projectId: ProjectId | null, index: SceneIndex): Card | null {
  const wants = useCallback(
    (changed: Changed) => isOf(changed, projectId) && (changed.type !== 'scene' || changed.index === index),
    [projectId, index],
  );
  const read = useRead(`${projectId ?? ''} ${index}`, wants, (tx) =>
    projectId === null ? Promise.resolve(null) : readCard(tx, projectId, index),
  );
  return read ?? null;
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
    void readAsset(live.store, id).then((bytes) => {
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

/** Reads now and after each change that is wanted; one read at a time, the newest wins. */
function useRead<T>(
  key: string,
  wants: (changed: Changed) => boolean,
  read: (tx: AnyTx) => Promise<T>,
): T | undefined {
  const [value, setValue] = useState<{ readonly key: string; readonly value: T } | undefined>(undefined);
  const newest = useRef(read);
  newest.current = read;
  useEffect(() => {
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

function isProjects(changed: Changed): boolean {
  return changed.type === 'projects';
}

function isSettings(changed: Changed): boolean {
  return changed.type === 'settings';
}

function isHolds(changed: Changed): boolean {
  return changed.type === 'holds';
}

function isOf(changed: Changed, projectId: ProjectId | null): boolean {
  return (changed.type === 'scene' || changed.type === 'project') && changed.projectId === projectId;
}
