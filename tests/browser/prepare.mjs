import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

// Nothing here may import a package: on a fresh clone there is none yet.

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Installs the packages where they are missing or older than the lock file. */
export function installPackages() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  console.log('Installing packages …');
  execFileSync(npm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: platform() === 'win32',
  });
}

/**
 * Finds a browser, and on Debian as root installs Chromium where there is none.
 * @param {boolean} needsFfmpeg Whether ffmpeg is needed too, to check the files that are made.
 * @returns {import('./find-browser.mjs').Browser}
 */
export function prepareBrowser(needsFfmpeg) {
  const missing = [
    ...(findBrowser() === null ? ['chromium'] : []),
    ...(needsFfmpeg && !hasFfmpeg() ? ['ffmpeg'] : []),
  ];
  if (missing.length > 0 && mayInstall()) {
    console.log(`Installing ${missing.join(' and ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const browser = findBrowser();
  if (browser === null) {
    throw new Error(
      'No Chromium, Edge or Chrome was found. Install one, or set CHROME_PATH to its program file.',
    );
  }
  if (needsFfmpeg && !hasFfmpeg())
    throw new Error('ffmpeg and ffprobe are needed to check the files that are made.');
  return browser;
}

function hasFfmpeg() {
  return spawnSync('ffprobe', ['-version']).status === 0 && spawnSync('ffmpeg', ['-version']).status === 0;
}

function mayInstall() {
  return platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function npm() {
  return platform() === 'win32' ? 'npm.cmd' : 'npm';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installPackages();
  prepareBrowser(true);
}
