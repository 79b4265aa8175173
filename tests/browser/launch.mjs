import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { ROOT } from './prepare.mjs';

/** The id that the manifest's key pins. */
export const EXTENSION_ID = 'ljbhcgkejobcbkkgdiefjdmfkiidokme';

/** Where the production build stands. */
export const BUILD = join(ROOT, 'build/retake');

/**
 * @typedef {object} LaunchOptions
 * @property {boolean} headless
 * @property {string} [downloads] Where the browser saves files; a folder inside the profile unless it is given.
 * @property {string} [language] The browser's language, such as `vi`.
 * @property {{ readonly width: number, readonly height: number } | null} [viewport]
 */

/**
 * A browser of our own with Retake in it, and a profile that goes when it closes.
 * @typedef {object} Launched
 * @property {import('playwright-core').BrowserContext} context
 * @property {string} downloads
 * @property {() => Promise<import('playwright-core').Page>} openPanel Opens the panel's page in a tab.
 * @property {() => Promise<void>} close
 */

/**
 * Starts the browser with the production build loaded.
 * @param {LaunchOptions} options
 * @returns {Promise<Launched>}
 */
export async function launchRetake(options) {
  const browser = findBrowser();
  if (browser === null) throw new Error('There is no browser.');
  const profile = mkdtempSync(join(tmpdir(), 'retake-'));
  const downloads = options.downloads ?? join(profile, 'Downloads');
  writePreferences(profile, downloads);
  const language = options.language ?? 'en-US';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless: options.headless,
    viewport: options.viewport ?? null,
    locale: language,
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${BUILD}`,
      `--load-extension=${BUILD}`,
      `--lang=${language}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--test-type',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  // Opening a page of the extension before it is loaded fails.
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return {
    context,
    downloads,
    openPanel: () => openPanel(context),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {import('playwright-core').BrowserContext} context
 */
async function openPanel(context) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  // Downloads keep their names only where the browser itself saves them.
  const session = await context.newCDPSession(page);
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
  return page;
}

/**
 * @param {string} profile
 * @param {string} downloads
 */
function writePreferences(profile, downloads) {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  mkdirSync(downloads, { recursive: true });
  const download = { default_directory: downloads, prompt_for_download: false };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ download }));
}
