import type { AssetId } from '../../lib/domain/ids.ts';
import { assetsOfTake, type Take } from '../../lib/domain/take.ts';
import { sweep } from '../../lib/store/sweep.ts';
import { brokenOnFlow } from './flow-laws.ts';
import { brokenRows, namedAssets, parseRows, ROW_STORES, type Rows } from './row-laws.ts';
import { bytesOf, ServiceBroke } from './service.ts';
import type { World } from './world.ts';

/** Two days: longer than any bytes stay staged. */
const STAGE_OVER_MS = 2 * 86_400_000;

/**
 * What must be true of a world that has come to rest, whoever died on the way. Answers the broken laws, each with what
 * broke it; empty where all hold.
 */
export async function brokenLaws(world: World): Promise<readonly string[]> {
  const broken: string[] = [];
  const rows = await readAll(world);
  const { takes } = rows;
  broken.push(...paidTwice(world), ...brokenRows(rows));
  if (world.flow !== null) broken.push(...brokenOnFlow(world.flow, rows));
  broken.push(...(await foreignBytes(world, takes)));
  broken.push(...(await bytesAfterSweep(world)));
  const own = world.defects.filter((defect) => !(defect instanceof ServiceBroke));
  if (own.length > 0) broken.push(`a step threw: ${String(own[0])}`);
  return broken;
}

/** An attempt is charged once, however often it was sent (L6). */
function paidTwice({ service }: World): readonly string[] {
  const byAttempt = new Map<string, number>();
  for (const { id } of service.charges) byAttempt.set(id, (byAttempt.get(id) ?? 0) + 1);
  return [...byAttempt].flatMap(([id, count]) => (count > 1 ? [`L6 ${id} was paid ${count} times`] : []));
}

/** Bytes say whose they are. */
async function foreignBytes(world: World, takes: readonly Take[]): Promise<readonly string[]> {
  const db = await world.store.connection.db();
  const broken: string[] = [];
  for (const take of takes) {
    for (const id of assetsOfTake(take)) {
      if ((await db.getKey('assets', id)) === undefined)
        broken.push(`L12 take ${take.kind} ${take.number} of scene ${take.sceneIndex} has no bytes`);
    }
    const text = await textOf(world, take.assetId);
    const whose = bytesOf(take, '');
    if (take.origin.type === 'generated' && text !== null && !text.startsWith(whose)) {
      broken.push(`L1 scene ${take.sceneIndex} has the bytes of ${text}`);
    }
  }
  return broken;
}

async function textOf(world: World, id: AssetId): Promise<string | null> {
  const db = await world.store.connection.db();
  const row: unknown = await db.get('assets', id);
  if (typeof row !== 'object' || row === null || !('bytes' in row) || !(row.bytes instanceof Blob))
    return null;
  return row.bytes.text();
}

/** After the sweep there are the bytes that something names, and no others (L12). */
async function bytesAfterSweep(world: World): Promise<readonly string[]> {
  await sweep(world.store, world.now + STAGE_OVER_MS);
  const db = await world.store.connection.db();
  const named = namedAssets(await readAll(world));
  const kept = await db.getAllKeys('assets');
  return [
    ...kept.filter((id) => !named.has(id)).map((id) => `L12 nothing names ${id}`),
    ...((await db.count('staged')) > 0 ? ['L12 bytes are staged for ever'] : []),
  ];
}

async function readAll(world: World): Promise<Rows> {
  const db = await world.store.connection.db();
  const all = ROW_STORES.map(async (name) => [name, await db.getAll(name)] as const);
  return parseRows(new Map(await Promise.all(all)));
}
