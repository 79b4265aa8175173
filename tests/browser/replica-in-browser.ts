import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from './find-browser.mjs';
import { startReplica, type Replica } from '../replica/flow/start-replica.ts';
import { DEFAULT_SWITCHES, type Switches } from '../replica/flow/switches.ts';

/** A real browser on the replica; each page has a context of its own. */
export interface InBrowser {
  readonly replica: Replica;
  /** Opens the first project as the switches make it; `ready` once its tiles are drawn. */
  readonly open: (changes?: Partial<Switches>, size?: { width: number; height: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

async function launch(replica: Replica): Promise<Browser> {
  const found = findBrowser();
  if (found === null) throw new Error('There is no browser.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: found.path,
    headless: true,
    args: [...sandbox, ...replica.chromiumArgs],
  });
}

export async function startInBrowser(): Promise<InBrowser> {
  const replica = await startReplica({ switches: { seededAssets: 20 } });
  const browser = await launch(replica);
  const open: InBrowser['open'] = async (changes = {}, viewport = { width: 1280, height: 800 }) => {
    replica.set({ ...DEFAULT_SWITCHES, signedOut: false, ...changes });
    replica.finishAll();
    const context = await browser.newContext({ viewport, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`https://flow.google.com/project/${replica.projects[0]?.id ?? ''}`);
    await page.locator('flow-grid-tile-container').first().waitFor();
    return page;
  };
  const close = async () => {
    await browser.close();
    await replica.close();
  };
  return { replica, open, close };
}

export function arrow(page: Page): Locator {
  return page.locator('flow-generate-icon-button button.generate-icon-button:not([disabled])');
}

/** Types with real keys, until the arrow is awake. */
export async function typeWords(page: Page, words: string): Promise<void> {
  await page.locator('flow-base-prompt-box .ProseMirror').click();
  await page.keyboard.type(words);
  await arrow(page).waitFor();
}

/** Chooses in the settings pane by ligature or text, and closes it again. */
export async function choose(page: Page, ...texts: readonly string[]): Promise<void> {
  const trigger = page.locator('.settings-trigger-button');
  await trigger.click();
  for (const text of texts)
    await page.locator('flow-prompt-box-settings [role=radio]', { hasText: text }).first().click();
  await trigger.click({ force: true });
  await page.locator('.cdk-overlay-backdrop').waitFor({ state: 'detached' });
}

/** Presses the arrow with a real mouse, and answers the call that came of it. */
export async function order(page: Page, replica: Replica): Promise<string | undefined> {
  const before = replica.log.length;
  await arrow(page).click();
  await expect.poll(() => replica.log.length).toBeGreaterThan(before);
  return replica.log[before]?.rpcid;
}

/** Gives a picture the way a script can: a paste into the prompt, or a drop on an element. */
export function giveByScript(page: Page, route: 'paste' | 'drop', selector: string): Promise<void> {
  return page.evaluate(
    async ([kind, target]) => {
      const canvas = new OffscreenCanvas(300, 200);
      canvas.getContext('2d')?.fillRect(0, 0, 50, 50);
      const data = new DataTransfer();
      data.items.add(new File([await canvas.convertToBlob()], 'mine.png', { type: 'image/png' }));
      const how = { bubbles: true, cancelable: true };
      const names = kind === 'paste' ? ['paste'] : ['dragenter', 'dragover', 'drop'];
      for (const name of names)
        document
          .querySelector(target)
          ?.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent(name, { ...how, clipboardData: data })
              : new DragEvent(name, { ...how, dataTransfer: data }),
          );
    },
    [route, selector] as const,
  );
}
