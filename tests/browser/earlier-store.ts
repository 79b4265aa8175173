import type { Page } from 'playwright-core';

/**
 * Turns the store, as it stands, into what version 1 of it was: takes were not saved as they are made, projects knew no
 * film, and no page told anything. Runs while nothing of the extension has the store open.
 */
export async function makeVersion1(page: Page): Promise<void> {
  await page.evaluate(rewrite);
}

/** Runs in a page of the extension that opens no store itself. */
async function rewrite(): Promise<void> {
  interface Copied {
    readonly name: string;
    readonly keyPath: string | string[] | null;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly options: IDBIndexParameters;
    }[];
    readonly rows: readonly unknown[];
  }
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('request'));
    });
  const without = (row: unknown, ...fields: readonly string[]): unknown =>
    Object.fromEntries(Object.entries(Object(row)).filter(([name]) => !fields.includes(name)));
  const asVersion1 = (store: string, row: unknown): unknown => {
    if (store === 'projects') return without(row, 'film');
    if (store === 'settings') return without(row, 'saveTakes');
    if (store !== 'marks') return row;
    const { keys } = Object(row);
    return { ...Object(without(row, 'toSave')), keys: without(keys, 'toSave') };
  };

  const db = await settled(indexedDB.open('retake'));
  const tx = db.transaction([...db.objectStoreNames]);
  const copies: Copied[] = [];
  for (const name of db.objectStoreNames) {
    if (name === 'sightings') continue;
    const store = tx.objectStore(name);
    const indexes = [...store.indexNames]
      .filter((index) => index !== 'toSave')
      .map((index) => store.index(index))
      .map((index) => ({
        name: index.name,
        keyPath: index.keyPath,
        options: { unique: index.unique, multiEntry: index.multiEntry },
      }));
    const rows: readonly unknown[] = await settled(store.getAll());
    copies.push({ name, keyPath: store.keyPath, indexes, rows });
  }
  db.close();
  await settled(indexedDB.deleteDatabase('retake'));
  const opening = indexedDB.open('retake', 1);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of copies) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, index.options);
      for (const row of rows) store.put(asVersion1(name, row));
    }
  };
  (await settled(opening)).close();
}
