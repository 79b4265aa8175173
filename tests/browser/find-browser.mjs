import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A browser that can be started with an extension.
 * @typedef {{ readonly path: string, readonly isBranded: boolean }} Browser
 */

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'microsoft-edge',
  'google-chrome',
];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds Chromium, Edge or Chrome on this machine; null where there is none. Chromium comes first: Google Chrome
 * no longer takes an extension from the command line (since 137).
 * @param {NodeJS.ProcessEnv} env
 * @returns {Browser | null}
 */
export function findBrowser(env = process.env) {
  const asked = env['CHROME_PATH'];
  const path = [...(asked ? [asked] : []), ...candidates(env)].find((each) => existsSync(each));
  return path === undefined
    ? null
    : { path, isBranded: /google.?chrome(?!.*testing)|Google\\Chrome/i.test(path) };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]}
 */
function candidates(env) {
  if (platform() === 'darwin')
    return [...playwrightCache(join(homedir(), 'Library/Caches/ms-playwright')), ...MAC];
  if (platform() === 'win32') {
    const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(
      (root) => root !== undefined,
    );
    return WINDOWS.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  const onPath = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, '/snap/bin/chromium', ...playwrightCache(join(homedir(), '.cache/ms-playwright'))];
}

/**
 * @param {string} folder
 * @returns {readonly string[]}
 */
function playwrightCache(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'].map(
        (path) => join(folder, name, path),
      ),
    );
}
