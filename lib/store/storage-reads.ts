import { bytesOf, type ProjectUse, type StorageUse } from '../domain/storage-use.ts';
import { isAssetId, type AssetId } from '../domain/ids.ts';
import type { Project } from '../domain/project.ts';
import type { Scene } from '../domain/scene.ts';
import { assetsOfTake, type Take } from '../domain/take.ts';
import { assetsNamed, readParted, sceneKey, takeName, type Parted, type Rows } from './bin.ts';
import type { AnyTx } from './transaction.ts';

/** How many assets are looked at in one request: their bytes stay on the disk, only their sizes are read. */
const BATCH = 200;

/** Reads what is stored, by project and in all. */
export async function readStorageUse(tx: AnyTx): Promise<StorageUse> {
  const parted = await readParted(tx);
  const sizes = await readSizes(tx);
  const { used, bin } = parted;
  const kept = new Set(assetsNamed(used));
  const projects = used.projects.map((project) => useOf(project, parted, sizes));
  return {
    projects: projects.toSorted((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name)),
    bytes: bytesOf(sizes.keys(), sizes),
    bin: {
      projects: bin.projects.length,
      // Those of a deleted project are in it, not beside it.
      scenes: bin.scenes.filter(({ projectId }) => !bin.projects.some(({ id }) => id === projectId)).length,
      takes: bin.takes.length,
      pictures: bin.pictures.length,
      bytes: bytesOf(assetsNamed(bin), sizes, kept),
    },
  };
}

/** Takes of a project in use that are neither picked nor starred, oldest first. */
export function unusedTakes({ used, marks }: Parted, project: Project): readonly Take[] {
  const scenes = new Map(used.scenes.map((scene) => [sceneKey(scene.projectId, scene.index), scene]));
  return used.takes
    .filter((take) => take.projectId === project.id)
    .filter((take) => !isPicked(take, scenes.get(sceneKey(take.projectId, take.sceneIndex))))
    .filter((take) => marks.get(takeName(take))?.starred !== true)
    .toSorted((a, b) => a.madeAt - b.madeAt || a.number - b.number);
}

function useOf(project: Project, parted: Parted, sizes: ReadonlyMap<AssetId, number>): ProjectUse {
  const of = ({ takes, pictures }: Rows) => ({
    takes: takes.filter(({ projectId }) => projectId === project.id),
    pictures: pictures.filter(({ projectId }) => projectId === project.id),
  });
  const unused = unusedTakes(parted, project);
  const isUnused = new Set(unused.map(takeName));
  const others = parted.used.takes.filter((take) => !isUnused.has(takeName(take)));
  const kept = new Set(assetsNamed({ takes: others, pictures: parted.used.pictures }));
  return {
    projectId: project.id,
    name: project.name,
    bytes: bytesOf([...assetsNamed(of(parted.used)), ...assetsNamed(of(parted.bin))], sizes),
    unused: { takes: unused.length, bytes: bytesOf(unused.flatMap(assetsOfTake), sizes, kept) },
  };
}

/** A take whose scene cannot be read counts as picked: nobody can tell. */
function isPicked(take: Take, scene: Scene | undefined): boolean {
  return scene === undefined || scene.picks[take.kind] === take.number;
}

/** The size of every stored asset, in bytes. */
async function readSizes(tx: AnyTx): Promise<ReadonlyMap<AssetId, number>> {
  const assets = tx.idb.objectStore('assets');
  const keys = await assets.getAllKeys();
  const sizes = new Map<AssetId, number>();
  for (let at = 0; at < keys.length; at += BATCH) {
    const rows: readonly unknown[] = await assets.getAll(IDBKeyRange.lowerBound(keys[at]), BATCH);
    for (const row of rows) {
      const found = sizeOf(row);
      if (found !== null) sizes.set(found.id, found.bytes);
    }
  }
  return sizes;
}

/** The size of an asset's row; null where it is none. */
export function sizeOf(row: unknown): { readonly id: AssetId; readonly bytes: number } | null {
  if (typeof row !== 'object' || row === null || !('id' in row) || !('bytes' in row)) return null;
  return isAssetId(row.id) && row.bytes instanceof Blob ? { id: row.id, bytes: row.bytes.size } : null;
}
