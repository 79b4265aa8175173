import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * Playwright's own choice, which the last flag of the name replaces, and after it the two pages that Chromium keeps
 * ready behind its address bar: a third of what a start costs.
 */
const SWITCHED_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/**
 * @typedef {object} LaunchOptions
 * @property {boolean} headless
 * @property {string} [downloads] Where the browser saves files; a folder inside the profile unless it is given.
 * @property {string} [profile] Used and left as it is; unless it is given, a new one that goes when the browser closes.
 * @property {string} [build] The folder of the extension; the production build unless it is given.
 * @property {readonly string[]} [args] More of the command line.
 * @property {string} [language] The browser's language, such as `vi`.
 * @property {{ readonly width: number, readonly height: number } | null} [viewport]
 * @property {{ readonly width: number, readonly height: number }} [window] Size of the whole window; for the real side panel.
 * @property {Readonly<Record<string, string>>} [env] More of the environment, such as `DISPLAY`.
 */

/**
 * A browser of our own with Retake in it.
 * @typedef {object} Launched
 * @property {import('playwright-core').BrowserContext} context
 * @property {string} downloads
 * @property {() => Promise<import('playwright-core').Page>} openPanel Opens the panel's page in a tab.
 * @property {() => Promise<import('playwright-core').Page>} openSidePanel Presses the toolbar button; answers the real panel.
 * @property {() => Promise<void>} close
 * @property {() => Promise<void>} kill Ends the browser's process where it stands, as a crash or the power does; its profile stays.
 */

/**
 * Starts the browser with the production build loaded.
 * @param {LaunchOptions} options
 * @returns {Promise<Launched>}
 */
export async function launchRetake(options) {
  const browser = findBrowser();
  if (browser === null) throw new Error('There is no browser.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'retake-'));
  // A killed browser leaves its lock.
  rmSync(join(profile, 'SingletonLock'), { force: true });
  const downloads = options.downloads ?? join(profile, 'Downloads');
  writePreferences(profile, downloads);
  const language = options.language ?? 'en-US';
  const build = options.build ?? BUILD;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless: options.headless,
    viewport: options.viewport ?? null,
    locale: language,
    env: { ...process.env, LANGUAGE: language.replace('-', '_'), ...options.env },
    args: [
      ...(options.args ?? []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      `--lang=${language}`,
      `--disable-features=${SWITCHED_OFF.join(',')}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--test-type',
      '--autoplay-policy=no-user-gesture-required',
      // The real side panel is no page of the context: it is reached over a second connection.
      '--remote-debugging-port=0',
      ...(options.window
        ? [`--window-size=${options.window.width},${options.window.height}`, '--window-position=0,0']
        : []),
    ],
  });
  /** @type {import('playwright-core').Browser | undefined} */
  let second;
  // Opening a page of the extension before it is loaded fails.
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return {
    context,
    downloads,
    openPanel: () => openPanel(context),
    openSidePanel: async () => {
      await pressToolbarButton(context);
      const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
      second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      return findSidePanel(second);
    },
    close: async () => {
      await second?.close();
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    kill: () => kill(context),
  };
}

/**
 * @param {import('playwright-core').BrowserContext} context
 */
async function kill(context) {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser does not tell its process.');
  const closed = context.waitForEvent('close');
  process.kill(pid, 'SIGKILL');
  await closed;
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
 * @param {import('playwright-core').BrowserContext} context
 */
async function pressToolbarButton(context) {
  // Pressed before the worker has said what the button does, it does nothing.
  await context.serviceWorkers()[0]?.evaluate(untilPanelOpens);
  const browser = context.browser();
  if (browser === null) throw new Error('A persistent context has no browser.');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  // Playwright's types do not know the command yet; Chromium does.
  await Reflect.apply(session.send, session, [
    'Extensions.triggerAction',
    { id: EXTENSION_ID, targetId: targetInfos.at(-1)?.targetId },
  ]);
}

/** Runs in the worker. */
async function untilPanelOpens() {
  while ((await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick !== true);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<import('playwright-core').Page>}
 */
async function findSidePanel(browser) {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  /** @param {import('playwright-core').Page} page */
  const isPanel = (page) => page.url().startsWith(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  return context.pages().find(isPanel) ?? context.waitForEvent('page', { predicate: isPanel });
}

/**
 * @param {string} profile
 * @param {string} downloads
 */
function writePreferences(profile, downloads) {
  mkdirSync(downloads, { recursive: true });
  const preferences = join(profile, 'Default/Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const download = { default_directory: downloads, prompt_for_download: false };
  // Without it an unpacked extension that is loaded again stays switched off.
  const extensions = { ui: { developer_mode: true } };
  writeFileSync(preferences, JSON.stringify({ download, extensions }));
}
