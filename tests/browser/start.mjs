import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { installPackages, prepareBrowser, ROOT } from './prepare.mjs';

// `npm start`: builds Retake and opens it in a browser of its own, to try it out. Where there is no display the
// same runs unseen, and what was made stays in a folder.

const TRY = join(ROOT, 'build/try');
const hasDisplay =
  platform() !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('vi') ? 'vi' : 'en-US';

installPackages();
const browser = prepareBrowser(false);
console.log('Building Retake …');
execFileSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--level', 'error'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { BUILD, launchRetake } = await import('./launch.mjs');
tellHowToKeep();
if (hasDisplay) await tryOut();
else await tryUnseen();

function tellHowToKeep() {
  console.log(`
To use Retake for good, and with Google Flow, load it into your own Chrome once:
  1. Open chrome://extensions and switch on Developer mode.
  2. Press "Load unpacked" and choose ${BUILD}
  3. Pin Retake in the toolbar and press its button.
`);
}

async function tryOut() {
  if (browser.isBranded)
    console.log('Google Chrome takes no extension from outside. Install Chromium or Edge for this window.');
  console.log(
    'A window opens for trying Retake out. It is remote-controlled, its projects go when you close it,',
  );
  console.log('and it opens no Flow page.');
  const launched = await launchRetake({ headless: false, language });
  const page = await launched.openPanel();
  await openSample(page);
  console.log('The sample is ready: press "Generate all videos". Close the window to end.');
  const closed = new Promise((resolve) => void launched.context.once('close', resolve));
  process.once('SIGINT', () => void launched.context.close());
  await closed;
}

async function tryUnseen() {
  console.log('There is no display, so the sample is made in a browser that nobody sees.');
  rmSync(TRY, { recursive: true, force: true });
  mkdirSync(TRY, { recursive: true });
  const launched = await launchRetake({
    headless: true,
    language: 'en-US',
    downloads: TRY,
    viewport: { width: 400, height: 800 },
  });
  try {
    const page = await launched.openPanel();
    await openSample(page);
    await page.screenshot({ path: join(TRY, 'panel-before.png') });
    await page.getByRole('button', { name: 'Generate all videos' }).click();
    await page.getByText('6/6 videos').waitFor({ timeout: 300_000 });
    await page.getByRole('button', { name: 'Make film' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make film' });
    await dialog.getByRole('button', { name: 'Make film' }).click();
    await dialog.getByText('Saved to Downloads/').waitFor({ timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await pressUntil(page.getByRole('button', { name: 'Export' }), page.getByText('6 files go to'));
    await page.waitForFunction(allSaved, undefined, { timeout: 60_000 });
    await page.screenshot({ path: join(TRY, 'panel-after.png') });
  } finally {
    await launched.close();
  }
  console.log(`Made 6 videos and the film of them. They and pictures of the panel are in ${TRY}:`);
  for (const name of readdirSync(TRY, { recursive: true, encoding: 'utf8' })) console.log(`  ${name}`);
}

/**
 * A button that has just taken another's place is deaf for a moment, against a hasty second press.
 * @param {import('playwright-core').Locator} button
 * @param {import('playwright-core').Locator} answer
 */
async function pressUntil(button, answer) {
  for (let presses = 1; ; presses++) {
    await button.click();
    const isHeard = await answer.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
    if (presses === 5) throw new Error('The button does nothing.');
  }
}

/** Runs in the page. */
async function allSaved() {
  const items = await chrome.downloads.search({});
  // Six images and six videos as they were made, the film, and the six picks.
  return items.length >= 19 && items.every(({ state }) => state === 'complete');
}

/** @param {import('playwright-core').Page} page */
async function openSample(page) {
  await page.getByRole('button', { name: /Open the sample|Mở dự án mẫu/ }).click();
  await page.getByRole('article').first().waitFor();
}
