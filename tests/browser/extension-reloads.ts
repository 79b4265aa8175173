import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import * as v from 'valibot';
import { seeded } from '../fakes/studio.ts';
import { makeVersion1 } from './earlier-store.ts';
import { BUILD, EXTENSION_ID } from './launch.mjs';
import { Panel, PATIENCE_MS } from './panel.ts';
import { untilNotices } from './random-moments.ts';
import { keepBusy } from './worker-stops.ts';

/** About what two tasks tell from their claim to their take. */
const MOST_NOTICES = 24;

const PANEL_URL = `chrome-extension://${EXTENSION_ID}/sidepanel.html`;

/** Each takes some hundredths of a second. */
const MOST_TRIES = 500;

const manifest = v.looseObject({ version: v.string() });

/** An installed copy of the production build, that can be loaded again and updated under a running film. */
export class InstalledCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'retake-installed-'));
  private updates = 0;

  constructor() {
    cpSync(BUILD, this.folder, { recursive: true });
  }

  /**
   * Loads the extension again as it is, as a press on its Reload does; answers a panel of the new life. Where the browser
   * lost the background on the way, it is brought back as the panel offers.
   */
  async reload(panel: Panel): Promise<Panel> {
    const again = await this.openAfter(panel, () => panel.page.evaluate(() => chrome.runtime.reload()));
    const restart = again.page.getByRole('button', { name: 'Restart Retake' });
    if (await answersBefore(again, restart)) return again;
    console.log('the browser lost the background; restarted by hand');
    return this.openAfter(again, () => restart.click());
  }

  /** Waits until what is done has ended the extension's life; answers a panel of the next one. */
  async openAfter(panel: Panel, act: () => Promise<void>): Promise<Panel> {
    const gone = untilGone(panel.page);
    await act().catch(() => undefined);
    await gone;
    return openAgain(panel);
  }

  /** Puts the next version into the folder and loads it; answers a panel of the new version. */
  async update(panel: Panel): Promise<Panel> {
    const version = this.putNextVersion();
    const updated = await this.reload(panel);
    const now = await updated.page.evaluate(() => chrome.runtime.getManifest().version);
    if (now !== version) throw new Error(`The browser runs ${now}, not ${version}.`);
    return updated;
  }

  /** Switches the extension off, and on again after `meanwhile`, as the user can; answers a panel of the new life. */
  async offAndOn(panel: Panel, meanwhile: () => Promise<void>): Promise<Panel> {
    const settings = await panel.context.newPage();
    await settings.goto('chrome://extensions');
    const turn = (enabled: boolean): Promise<void> =>
      settings.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [EXTENSION_ID, enabled] as const);
    await turn(false);
    await meanwhile();
    await turn(true);
    await settings.close();
    return openAgain(panel);
  }

  /** Takes what the extension puts into pages out of its folder, as if it were not installed for them yet. */
  withoutScripts(): () => void {
    const path = join(this.folder, 'manifest.json');
    const whole = readFileSync(path, 'utf8');
    const { content_scripts: _, ...read } = v.parse(manifest, JSON.parse(whole));
    writeFileSync(path, JSON.stringify({ ...read, host_permissions: [] }));
    return () => writeFileSync(path, whole);
  }

  /** Puts a background into the folder that never starts, as one whose first start is cut off. */
  withoutBackground(): () => void {
    const path = join(this.folder, 'background.js');
    const whole = readFileSync(path);
    writeFileSync(path, "throw new Error('It is cut off.');");
    return () => writeFileSync(path, whole);
  }

  /** Turns the store, as it stands in the middle of the work, into one of version 1 and updates over it. */
  async updateOverVersion1(panel: Panel): Promise<Panel> {
    const { context, launched } = panel;
    const bare = await context.newPage();
    await bare.goto(`chrome-extension://${EXTENSION_ID}/manifest.json`);
    await panel.page.close();
    await new Panel(launched, bare).stopWorker();
    await bare.evaluate(() => chrome.offscreen.closeDocument());
    await makeVersion1(bare);
    return this.update(new Panel(launched, bare));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private putNextVersion(): string {
    const path = join(this.folder, 'manifest.json');
    const read = v.parse(manifest, JSON.parse(readFileSync(path, 'utf8')));
    const version = `${read.version.split('.').slice(0, 2).join('.')}.${++this.updates}`;
    writeFileSync(path, JSON.stringify({ ...read, version }));
    return version;
  }
}

/** Loads the extension again this many times while a film is made, every second time as an update. */
export async function reloadAtRandom(
  copy: InstalledCopy,
  first: Panel,
  reloads: number,
  seed: number,
): Promise<Panel> {
  const random = seeded(seed);
  let panel = first;
  for (let reload = 0; reload < reloads; reload++) {
    await keepBusy(panel, random);
    await untilNotices(panel, Math.floor(random() * MOST_NOTICES));
    panel = reload % 2 === 0 ? await copy.reload(panel) : await copy.update(panel);
  }
  return panel;
}

/** Whether the background answers before the panel offers to bring it back. */
async function answersBefore({ page }: Panel, restart: Locator): Promise<boolean> {
  const lost = restart.waitFor({ timeout: PATIENCE_MS }).then(() => false);
  const wake = () => chrome.runtime.sendMessage({ to: 'background', call: 'ready', args: [] });
  const answered = page.evaluate(wake).then(
    () => true,
    () => lost,
  );
  // The page may close before it is offered, once it has answered.
  lost.catch(() => undefined);
  return Promise.race([answered, lost]);
}

/** The browser closes the pages of an extension that goes; the last one of a window becomes an empty one. */
async function untilGone(page: Panel['page']): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (page.isClosed() || !page.url().startsWith('chrome-extension:')) return;
    await setTimeout(20);
  }
  throw new Error('The extension did not go.');
}

/** Opens the panel of the new life where the old one was. */
async function openAgain({ launched, page }: Panel): Promise<Panel> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const place = page.isClosed() ? await launched.context.newPage() : page;
    // The browser refuses pages of an extension until it is there again.
    const answer = await place.goto(PANEL_URL).catch(() => null);
    if (answer !== null) {
      await place.getByRole('main').waitFor();
      return new Panel(launched, place);
    }
    if (place !== page) await place.close();
  }
  throw new Error('The extension was not loaded again.');
}
