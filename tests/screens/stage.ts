import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import type { FaultPlan } from '../../lib/domain/fault-plan.ts';
import type { Language } from '../../lib/domain/settings.ts';
import type { Panel } from '../browser/panel.ts';
import { launchRetake, type Launched } from '../browser/launch.mjs';

/** Where the pictures go. */
export const SCREENS = fileURLToPath(new URL('../../screens', import.meta.url));

/** Sizes of the panel in CSS pixels: the smallest, a small laptop's, a usual one, the widest, and the second at 200 %. */
const SIZES: readonly (readonly [name: string, width: number, height: number])[] = [
  ['320x560', 320, 560],
  ['360x593', 360, 593],
  ['400x800', 400, 800],
  ['800x900', 800, 900],
  ['360x593-at-200', 180, 297],
];

/** Sizes of the studio's window: beside Flow, on a small laptop, and large. */
const STUDIO_SIZES: typeof SIZES = [
  ['760x640', 760, 640],
  ['1366x640', 1366, 640],
  ['1600x900', 1600, 900],
];

type Words = Readonly<Record<string, { readonly message: string }>>;

function wordsOf(language: Language): Words {
  const url = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** The panel of one browser in one language, driven by the words of that language, and photographed. */
export class Stage {
  readonly launched: Launched;
  readonly page: Page;
  readonly language: Language;
  private readonly words: Words;

  private constructor(launched: Launched, page: Page, language: Language) {
    this.launched = launched;
    this.page = page;
    this.language = language;
    this.words = wordsOf(language);
  }

  static async open(language: Language): Promise<Stage> {
    const viewport = { width: 400, height: 800 };
    const launched = await launchRetake({ headless: true, viewport, language });
    launched.context.setDefaultTimeout(30_000);
    const stage = new Stage(launched, await launched.openPanel(), language);
    // Motion makes two pictures of one state differ.
    await stage.page.emulateMedia({ reducedMotion: 'reduce' });
    await stage.page.getByRole('banner').waitFor();
    return stage;
  }

  /** A panel that is open already, in a language. */
  static async over({ launched, page }: Pick<Panel, 'launched' | 'page'>, language: Language): Promise<Stage> {
    const stage = new Stage(launched, page, language);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator(`html[lang=${language}]`).waitFor();
    return stage;
  }

  /** Writes a row past the background, and has the panel read again: for states that no service brings about at once. */
  putRow(store: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return this.page.evaluate(putRow, [store, row] as const);
  }

  /** The words of a key, filled in. */
  w(key: string, ...values: readonly (string | number)[]): string {
    const text = (this.words[key] ?? this.words[`${key}_other`])?.message;
    if (text === undefined) throw new Error(`There are no words for ${key}.`);
    return text.replace(/\$(\d)/g, (_all, at: string) => String(values[Number(at) - 1] ?? ''));
  }

  /** Takes the present state in every size and theme. */
  async shoot(state: string): Promise<void> {
    await this.inSizes(this.page, SIZES, state);
    await this.page.setViewportSize({ width: 360, height: 593 });
    await this.page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await this.photograph(this.page, state, `${this.language}-forced-360x593`);
    await this.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await this.page.setViewportSize({ width: 400, height: 800 });
  }

  /** Takes the present state of the studio. */
  async shootStudio(studio: Page, state: string): Promise<void> {
    await this.inSizes(studio, STUDIO_SIZES, state);
    await studio.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await this.photograph(studio, state, `${this.language}-forced-1600x900`);
    await studio.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }

  private async inSizes(page: Page, sizes: typeof SIZES, state: string): Promise<void> {
    for (const [size, width, height] of sizes) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: 'none' });
        await this.photograph(page, state, `${this.language}-${colorScheme}-${size}`);
      }
    }
  }

  private async photograph(page: Page, state: string, name: string): Promise<void> {
    const folder = join(SCREENS, state);
    mkdirSync(folder, { recursive: true });
    // Two frames: the list measures what it mounted, then stands still.
    await page.evaluate(
      () => new Promise<void>((done) => void requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  }

  /** Presses a line in one of the header's menus: the film's, or the project's. */
  async menu(which: 'film' | 'project', line: string): Promise<void> {
    const list = await this.openMenu(which);
    await list.getByRole('button', { name: line, exact: true }).click();
  }

  async openMenu(which: 'film' | 'project'): Promise<Locator> {
    const banner = this.page.getByRole('banner');
    const scope = which === 'film' ? banner : banner.getByRole('heading', { level: 1 });
    const button = which === 'film' ? scope.getByRole('button', { name: this.w('menu'), exact: true }) : scope.getByRole('button').first();
    await button.click();
    return which === 'film' ? scope.getByRole('group', { name: this.w('menu'), exact: true }) : scope.getByRole('group');
  }

  async newProject(name: string, aspect: string): Promise<void> {
    await this.menu('project', this.w('newProject'));
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.w('projectName')).fill(name);
    await dialog.getByRole('radio', { name: new RegExp(aspect) }).check();
    await dialog.getByRole('button', { name: this.w('create'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    // While hundreds of tasks are at work, the film before it still stands there for a moment.
    const shown = this.page.getByRole('banner').getByRole('button', { name: `: ${name}` });
    await shown.waitFor();
  }

  /** Opens the import with a text, or with a file where `script` is its path. */
  async offerScript(script: string | URL): Promise<Locator> {
    await this.menu('film', this.w('step_importScript'));
    const dialog = this.page.getByRole('dialog');
    if (typeof script === 'string') await dialog.getByLabel(this.w('pasteScript')).fill(script);
    else await dialog.locator('input[type=file]').first().setInputFiles(fileURLToPath(script));
    return dialog;
  }

  async importScript(script: string | URL): Promise<void> {
    const dialog = await this.offerScript(script);
    const count = new RegExp(`^${this.w('importScenes', '\\d+').replace('scenes', 'scenes?')}$`);
    await dialog.getByRole('button', { name: count }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.page.getByRole('article').first().waitFor();
  }

  card(index: number): Locator {
    return this.page.getByRole('article', { name: this.w('scene', index), exact: true });
  }

  async waitForStatus(index: number, status: string): Promise<void> {
    const shown = this.card(index).locator('[data-part=status]');
    await shown.getByText(this.w(`status_${status}`), { exact: true }).waitFor({ timeout: 90_000 });
  }

  press(index: number, key: string): Promise<void> {
    return this.card(index).getByRole('button', { name: this.w(key), exact: true }).click();
  }

  /** Presses a line in a card's More. */
  async more(index: number, key: string): Promise<void> {
    await this.press(index, 'more');
    const list = this.card(index).getByRole('group', { name: this.w('more') });
    await list.getByRole('button', { name: this.w(key), exact: true }).click();
  }

  setFaultPlan(plan: Partial<FaultPlan> | null): Promise<void> {
    return this.page.evaluate(
      (item) =>
        item === null
          ? chrome.storage.local.remove('faultPlan')
          : chrome.storage.local.set({ faultPlan: item }),
      plan,
    );
  }

  top(): Promise<void> {
    return this.page.locator('main').evaluate((list) => list.scrollTo(0, 0));
  }

  async closeToast(): Promise<void> {
    const close = this.page.locator('.toast').getByRole('button', { name: this.w('closeMessage') });
    if ((await close.count()) > 0) await close.click();
  }
}

/** In the page. A revision that follows no other means reading everything again. */
async function putRow([store, row]: readonly [string, Readonly<Record<string, unknown>>]): Promise<void> {
  const opened = indexedDB.open('retake');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const db = opened.result;
  const tx = db.transaction(store, 'readwrite');
  tx.objectStore(store).put(row);
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  db.close();
  const channel = new BroadcastChannel('retake');
  channel.postMessage({ type: 'changed', revision: -1, what: [] });
  channel.close();
}
