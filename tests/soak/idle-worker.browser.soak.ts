import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../lib/domain/fault-plan.ts';
import { sceneIndex } from '../fakes/studio.ts';
import { PanelOnProfile } from '../browser/panel-on-profile.ts';
import { atRest } from '../browser/stored-laws.ts';
import { RawBrowser } from './raw-browser.ts';

/** Longer than the 30 s after which an idle worker is stopped, with room to see it gone. */
const HELD_MS = 75_000;
/** A service that asks for a pause at scene 2 puts off everything: nothing is due for longer than a worker may idle. */
const PLAN: Partial<FaultPlan> = {
  faults: [
    {
      scene: sceneIndex(2),
      kind: 'image',
      step: 'submit',
      fault: { type: 'RateLimited', retryAfterMs: HELD_MS },
    },
  ],
};

describe('[L10] [L15] a worker that nobody watches', () => {
  const profile = mkdtempSync(join(tmpdir(), 'retake-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  it('dies of idleness while orders are out, and comes back by its alarm alone', async () => {
    const browser = new RawBrowser(profile);
    const inPage = await browser.openPage('sidepanel.html');
    await expect.poll(() => inPage(`(${isReady.toString()})()`), { timeout: 20_000 }).toBe(true);
    await inPage(`(${orderImages.toString()})(${JSON.stringify(PLAN)})`);
    await expect.poll(() => inPage(`(${allRows.toString()})('holds')`), { timeout: 30_000 }).not.toBe('[]');
    const diedAt = await whenWorkerIs(browser, false);
    const before = await inPage(`(${allRows.toString()})('holds')`);
    const backAt = await whenWorkerIs(browser, true);
    // It asked the service again, which asks for another pause.
    await expect.poll(() => inPage(`(${allRows.toString()})('holds')`), { timeout: 30_000 }).not.toBe(before);
    await inPage(`chrome.storage.local.remove('faultPlan')`);
    await browser.close();
    const living = await PanelOnProfile.open(profile);
    const { broken, summary, tasks } = await atRest(living.panel, 180_000);
    await living.close();
    const awayS = ((backAt - diedAt) / 1000).toFixed(1);
    console.log(`worker gone by itself with orders out, back by its alarm after ${awayS} s: ${summary}`);
    expect(broken).toEqual([]);
    expect(tasks.map(({ phase }) => phase.state)).toEqual(['done', 'done', 'done', 'done']);
  });
});

/** Answers when it was first seen so, in ms of this process. */
async function whenWorkerIs(browser: RawBrowser, running: boolean): Promise<number> {
  await expect.poll(() => browser.hasWorker(), { timeout: 120_000, interval: 200 }).toBe(running);
  return performance.now();
}

/* What follows runs in the page. */

async function isReady(): Promise<boolean> {
  const answer = await chrome.runtime.sendMessage({ to: 'background', call: 'ready', args: [] });
  return answer?.ok === true;
}

async function orderImages(faultPlan: unknown): Promise<void> {
  await chrome.storage.local.set({ faultPlan });
  const command = async (what: object): Promise<{ readonly value: { readonly projectId: string } }> => {
    const id = `command:${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
    return chrome.runtime.sendMessage({ to: 'background', call: 'command', args: [id, what] });
  };
  const scenes = [1, 2, 3, 4].map((index) => ({
    title: `scene ${index}`,
    description: '',
    voiceOver: '',
    imagePrompt: `image prompt ${index}`,
    videoPrompt: '',
    lengthS: 1,
    chapter: '',
    extra: null,
  }));
  const made = await command({ type: 'createProject', name: 'Idle', aspect: '16:9', scenes });
  await command({ type: 'generateAll', projectId: made.value.projectId, kind: 'image' });
}

async function allRows(store: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('retake');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
  });
  const rows = await new Promise<unknown>((resolve, reject) => {
    const getting = db.transaction(store).objectStore(store).getAll();
    getting.onsuccess = () => resolve(getting.result);
    getting.onerror = () => reject(getting.error ?? new Error('get'));
  });
  db.close();
  return JSON.stringify(rows);
}
