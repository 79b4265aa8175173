import { isAssetId } from '../../../lib/domain/ids.ts';
import type { Order } from '../../../lib/engine/ports.ts';
import { storeTake } from '../../../lib/engine/store-take.ts';
import { addAsset } from '../../../lib/store/assets.ts';
import type { Store } from '../../../lib/store/transaction.ts';
import { fillStore } from './fill-store.ts';
import { engineOf, instantProvider } from './instant-provider.ts';
import { openStore } from './open-store.ts';

const MEDIA = {
  mime: 'video/mp4',
  width: 1280,
  height: 720,
  lengthS: 8,
  fps: 24,
  codec: 'avc',
  hasSound: true,
} as const;

/** What both ways to store the same bytes took in each round, in ms. */
export interface SaveTimes {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/**
 * Stores bytes in each round twice: as a take, from the bytes to the stored row; and bare, as their SHA-256 and one
 * put. Who goes first changes from round to round, one round warms up, and no bytes come twice.
 */
export async function saveTimes(sizeBytes: number, rounds: number): Promise<SaveTimes> {
  const store = await openStore(`takes of ${sizeBytes} bytes`);
  const attempt = await anOrder(store);
  const bare = await openBare();
  const ours = (round: number) => saveTake(store, attempt, round + 1, clip(sizeBytes, round, 1));
  const theirs = (round: number) => putBare(bare, clip(sizeBytes, round, 2));
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await ours(round) : await theirs(round);
    const second = round % 2 === 0 ? await theirs(round) : await ours(round);
    if (round === 0) continue;
    times.ours.push(round % 2 === 0 ? first : second);
    times.bare.push(round % 2 === 0 ? second : first);
  }
  return times;
}

async function saveTake(store: Store, attempt: Order, output: number, bytes: Blob): Promise<number> {
  const from = performance.now();
  const added = await addAsset(store, bytes, attempt.id, 'output', Date.now());
  if (!added.ok) throw new Error(added.fault.type);
  const media = { ...MEDIA, sizeBytes: bytes.size };
  const arrived = { attempt, output, assetId: added.value, inspection: { media, posterId: null } };
  await store.write('strict', (tx) => storeTake(tx, arrived, true, Date.now()));
  return performance.now() - from;
}

async function putBare(db: IDBDatabase, bytes: Blob): Promise<number> {
  const from = performance.now();
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  const id = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!isAssetId(id)) throw new Error(id);
  await new Promise((resolve, reject) => {
    const tx = db.transaction('bytes', 'readwrite', { durability: 'strict' });
    tx.objectStore('bytes').put({ id, bytes });
    tx.addEventListener('complete', resolve);
    tx.addEventListener('abort', () => reject(tx.error ?? new Error('put')));
  });
  return performance.now() - from;
}

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bare', 1);
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('bytes', { keyPath: 'id' }),
    );
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('open')));
  });
}

let noise: Uint8Array<ArrayBuffer> | null = null;

/** Bytes that no packing makes smaller, different in every round. */
function clip(sizeBytes: number, round: number, way: number): Blob {
  if (noise?.length !== sizeBytes) {
    noise = new Uint8Array(sizeBytes);
    for (let at = 0; at < sizeBytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  }
  new DataView(noise.buffer).setFloat64(0, performance.now());
  new DataView(noise.buffer).setFloat64(8, way);
  return new Blob([noise], { type: MEDIA.mime });
}

/** An order as the engine stores it. */
async function anOrder(store: Store): Promise<Order> {
  await fillStore(store, 2, false);
  const orders: Order[] = [];
  const provider = instantProvider(
    store,
    () => 1 - orders.length,
    (order) => orders.push(order),
  );
  await engineOf(store, provider).run();
  const [order] = orders;
  if (order === undefined) throw new Error('Nothing was ordered.');
  return order;
}
