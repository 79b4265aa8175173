// Each function here is handed to the page and runs in it, over the real database; it can use nothing from outside itself.

/** Every row of some stores, in one transaction. */
export async function readRows(stores: string[]): Promise<Record<string, unknown>[][]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const tx = db.transaction(stores);
  const reads = stores.map(
    (store) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const getting = tx.objectStore(store).getAll();
        getting.onsuccess = () => resolve(getting.result);
        getting.onerror = () => reject(getting.error ?? new Error('get'));
      }),
  );
  const rows = await Promise.all(reads);
  db.close();
  return rows;
}

/** The bytes of an asset in base64. */
export async function readBytes(assetId: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const row = await new Promise<{ bytes: Blob }>((resolve, reject) => {
    const getting = db.transaction('assets').objectStore('assets').get(assetId);
    getting.onsuccess = () => resolve(getting.result);
    getting.onerror = () => reject(getting.error ?? new Error('get'));
  });
  db.close();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.readAsDataURL(row.bytes);
  });
}

/** Gives a scene of the newest project a photo of one colour. */
export async function addPhoto({
  id,
  index,
  colour,
}: {
  readonly id: string;
  readonly index: number;
  readonly colour: string;
}): Promise<unknown> {
  const canvas = new OffscreenCanvas(1280, 720);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1280, 720);
  const bytes = await canvas.convertToBlob({ type: 'image/png' });
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  const assetId = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const projectId = await new Promise<string>((resolve, reject) => {
    const tx = db.transaction(['projects', 'assets', 'staged'], 'readwrite');
    tx.objectStore('assets').put({ id: assetId, bytes });
    tx.objectStore('staged').put({ assetId, owner: id, role: 'output', until: Date.now() + 60_000 });
    const getting = tx.objectStore('projects').getAll();
    tx.oncomplete = () => {
      const all: readonly { id: string; createdAt: number }[] = getting.result;
      resolve(all.toSorted((a, b) => b.createdAt - a.createdAt)[0]?.id ?? '');
    };
    tx.onerror = () => reject(tx.error ?? new Error('put'));
  });
  db.close();
  const command = {
    type: 'addPicture',
    projectId,
    sceneIndex: index,
    role: 'scene',
    assetId,
    name: 'photo.png',
    width: 1280,
    height: 720,
  };
  return chrome.runtime.sendMessage({ to: 'background', call: 'command', args: [id, command] });
}

/** A take of the newest project as the store has it; `assetId` names its bytes. */
export interface StoredTake {
  readonly scene: number;
  readonly kind: string;
  readonly number: number;
  readonly title: string;
  readonly seed: number;
  readonly lengthS: number | null;
  /** What was ordered. */
  readonly orderedS: number | null;
  readonly assetId: string;
}

/** The takes of the newest project, without their bytes. */
export async function readTakes(): Promise<StoredTake[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const all = <T>(store: string): Promise<T[]> =>
    new Promise((resolve, reject) => {
      const getting = db.transaction(store).objectStore(store).getAll();
      getting.onsuccess = () => resolve(getting.result);
      getting.onerror = () => reject(getting.error ?? new Error('get'));
    });
  const projects = await all<{ id: string; createdAt: number; deletedAt: number | null }>('projects');
  const newest = projects
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const takes = await all<{
    projectId: string;
    sceneIndex: number;
    kind: string;
    number: number;
    assetId: string;
    snapshot: { title: string; seed: number; lengthS: number | null };
    media: { lengthS: number | null };
  }>('takes');
  db.close();
  return takes
    .filter(({ projectId }) => projectId === newest?.id)
    .map((take) => ({
      scene: take.sceneIndex,
      kind: take.kind,
      number: take.number,
      title: take.snapshot.title,
      seed: take.snapshot.seed,
      lengthS: take.media.lengthS,
      orderedS: take.snapshot.lengthS,
      assetId: take.assetId,
    }));
}
