import type { AssetId, ProjectId } from './ids.ts';

/** What one project keeps on the disk. */
export interface ProjectUse {
  readonly projectId: ProjectId;
  readonly name: string;
  /** Bytes of everything that it names, each asset once. */
  readonly bytes: number;
  /** Takes that are neither picked nor starred, and what emptying the bin would give once they are in it. */
  readonly unused: { readonly takes: number; readonly bytes: number };
}

/** What is stored, by project and in all; bytes that several projects name count once in all. */
export interface StorageUse {
  /** Of projects in use, those that keep most first. */
  readonly projects: readonly ProjectUse[];
  readonly bytes: number;
  /** What emptying the bin takes away. */
  readonly bin: {
    readonly projects: number;
    readonly scenes: number;
    readonly takes: number;
    readonly pictures: number;
    readonly bytes: number;
  };
}

/** What a check of the store found and mended, or what emptying the bin gave. */
export interface StorageCare {
  /** Takes whose bytes are gone: kept and marked. */
  readonly missing: number;
  /** Bytes that nothing named: removed. */
  readonly orphans: number;
  /** Picks of takes that are not there: cleared. */
  readonly picks: number;
  /** Rows that cannot be read: left where they are; tasks among them hold up no other any more. */
  readonly damaged: number;
  readonly freedBytes: number;
}

/** What to do about paid orders that are still out for scenes in the bin. */
export type OrdersOut =
  /** Empty nothing and say how many there are. */
  | 'ask'
  /** Leave their scenes in the bin until they have come. */
  | 'keep'
  /** Empty all the same; what they still bring is lost. */
  | 'discard';

/** Sums the sizes of assets, each once, but for those that `except` names. */
export function bytesOf(
  assets: Iterable<AssetId>,
  sizes: ReadonlyMap<AssetId, number>,
  except: ReadonlySet<AssetId> = new Set(),
): number {
  let sum = 0;
  for (const id of new Set(assets)) if (!except.has(id)) sum += sizes.get(id) ?? 0;
  return sum;
}
