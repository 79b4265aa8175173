import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT_PROFILES } from './kept-profiles.ts';
import { EXTENSION_ID, type Launched } from './launch.mjs';

/** Starts a browser on a profile that others remove; without one, on a new one that goes with it. */
type Launch = (profile: string | undefined) => Promise<Launched>;

/**
 * A browser that test files of one process use one after another, each as if it were new: a start of one costs as much
 * as the tests of a small file. Whoever needs a profile, a build or a death of his own launches his own.
 */
export class KeptBrowser {
  private readonly launch: Launch;
  private kept: Launched | null = null;
  private isLent = false;

  constructor(launch: Launch) {
    this.launch = launch;
  }

  /** Lends it until it is closed; a second one at the same time is a browser of its own. */
  async lend(): Promise<Launched> {
    if (this.isLent) return this.launch(undefined);
    this.isLent = true;
    this.kept ??= await this.launch(newProfile());
    const kept = this.kept;
    return { ...kept, close: () => this.takeBack(kept) };
  }

  private async takeBack(launched: Launched): Promise<void> {
    try {
      await makeAsNew(launched);
    } catch {
      // It was killed, or something in it does not let go.
      this.kept = null;
      await launched.close();
    }
    this.isLent = false;
  }
}

/** Nobody closes a shared browser: it ends with its process, and its profile with the whole run. */
function newProfile(): string | undefined {
  const folder = process.env[KEPT_PROFILES];
  return folder === undefined ? undefined : mkdtempSync(join(folder, 'profile-'));
}

/** Takes away all that an installation of Retake has come to. */
async function makeAsNew({ context, downloads }: Launched): Promise<void> {
  const bare = await context.newPage();
  await bare.goto(`chrome-extension://${EXTENSION_ID}/manifest.json`);
  const session = await context.newCDPSession(bare);
  for (const page of context.pages()) {
    if (page === bare) continue;
    const { origin, protocol } = new URL(page.url());
    await page.close();
    if (protocol === 'https:')
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await bare.evaluate(forget);
  // What woke it meanwhile has seen the store go: the next life opens a new one.
  await session.send('ServiceWorker.stopAllWorkers');
  await context.clearPermissions();
  await context.clearCookies();
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name), { recursive: true });
  await bare.goto('about:blank');
}

/** Runs in a page of the extension that opens no store itself. */
async function forget(): Promise<void> {
  const hasDocument = (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
  if (hasDocument) await chrome.offscreen.closeDocument();
  await chrome.alarms.clearAll();
  await chrome.downloads.erase({});
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
  localStorage.clear();
  sessionStorage.clear();
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('retake');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error ?? new Error('The store does not go.'));
  });
}
