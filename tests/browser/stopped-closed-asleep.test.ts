import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Panel } from './panel.ts';
import { sleepAtRandom } from './sleeps.ts';
import { closeAtRandom } from './store-closings.ts';
import { atRest } from './stored-laws.ts';
import { stopAtRandom } from './worker-stops.ts';

describe('[L10] a film in whose making', () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await Panel.open();
  });
  afterAll(() => panel.close());

  it('the worker is stopped twenty times at random breaks no law, and nothing is made twice', async () => {
    await panel.shortFilm('Stopped', 4);
    await panel.menu('Menu', 'Generate all videos');
    await stopAtRandom(panel, 20, 20);
    const { broken, summary, attempts, takes, tasks } = await atRest(panel, 120_000);
    console.log(`worker stopped 20 times: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
    expect(attempts.filter(({ operation }) => operation !== null)).toHaveLength(takes.length);
  });

  it('the browser closes the store twice breaks no law', async () => {
    await panel.shortFilm('Closed', 1);
    await panel.menu('Menu', 'Generate all videos');
    await closeAtRandom(panel, 2, 2);
    const { broken, summary, tasks } = await atRest(panel, 120_000);
    console.log(`store closed twice: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
  });

  it('the computer sleeps for hours twice is made to its end', async () => {
    await panel.shortFilm('Asleep', 1);
    await panel.menu('Menu', 'Generate all videos');
    await sleepAtRandom(panel, 2, 1);
    const { broken, summary, tasks } = await atRest(panel, 120_000);
    console.log(`asleep twice: ${summary}`);
    await panel.setFaultPlan(null);
    expect(broken).toEqual([]);
    expect(tasks.filter(({ phase }) => phase.state !== 'done')).toEqual([]);
  });

  it('has no take with the bytes of another scene, or with none: it would be found', async () => {
    await panel.page.evaluate(spoilTakes);
    const { broken } = await atRest(panel, 20_000);
    expect(broken.filter((law) => /^L1 scene \d has the bytes of scene \d$/.test(law))).toHaveLength(1);
    expect(broken.filter((law) => law.endsWith('are gone')).length).toBeGreaterThan(0);
    expect(broken.filter((law) => /^L3 scene \d picks video 1/.test(law))).toHaveLength(1);
  });
});

/** Runs in the page: gives a take the bytes of another scene's, takes the bytes of a third away, and a fourth whole. */
async function spoilTakes(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const tx = db.transaction(['takes', 'assets'], 'readwrite');
  const reading = tx.objectStore('takes').getAll();
  reading.onsuccess = () => {
    const rows: readonly Record<string, unknown>[] = reading.result;
    const film = rows.find(({ sceneIndex }) => sceneIndex === 4)?.['projectId'];
    const first = rows.filter(
      ({ projectId: of, kind: what, number: take }) => of === film && what === 'video' && take === 1,
    );
    tx.objectStore('takes').put({ ...first[0], assetId: first[1]?.['assetId'] });
    tx.objectStore('assets').delete(String(first[2]?.['assetId']));
    const { projectId, sceneIndex, kind, number } = first[3] ?? {};
    tx.objectStore('takes').delete([String(projectId), Number(sceneIndex), String(kind), Number(number)]);
  };
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error ?? new Error('put'));
  });
  db.close();
}
