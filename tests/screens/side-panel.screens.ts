import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchRetake } from '../browser/launch.mjs';
import { SCREENS } from './stage.ts';

const DISPLAY = ':87';
const WINDOW = { width: 1366, height: 768 };
const PAGE = `data:text/html,<!doctype html><title>Flow</title>
<body style="margin:0;display:grid;place-items:center;height:100vh;font:16px system-ui;background:%23eee">
<p>A page beside the panel</p>`;

/** The whole window with the real side panel, on a screen that nobody sees. */
describe.runIf(spawnSync('Xvfb', ['-help']).error === undefined)('the side panel beside a page', () => {
  let screen: ChildProcess;
  beforeAll(() => {
    screen = spawn('Xvfb', [DISPLAY, '-screen', '0', `${WINDOW.width}x${WINDOW.height}x24`], { stdio: 'ignore' });
  });
  afterAll(() => void screen.kill());

  it.each(['English', 'Tiếng Việt'])('is pictured at 1366 × 768 in %s', async (language) => {
    await expect.poll(() => existsSync(`/tmp/.X11-unix/X${DISPLAY.slice(1)}`), { timeout: 10_000 }).toBe(true);
    const launched = await launchRetake({ headless: false, window: WINDOW, env: { DISPLAY } });
    try {
      const [page] = launched.context.pages();
      await page?.goto(PAGE);
      const panel = await launched.openSidePanel();
      await panel.getByRole('banner').getByRole('button', { name: 'Menu', exact: true }).click();
      await panel.getByRole('button', { name: language, exact: true }).click();
      await panel.getByRole('button', { name: /^(Open the sample|Mở dự án mẫu)$/ }).click();
      await panel.locator('article .button.main').first().click();
      await panel.getByText(/^(Image ready|Có ảnh)$/).first().waitFor();
      const folder = join(SCREENS, 'side-panel');
      mkdirSync(folder, { recursive: true });
      const input = ['-f', 'x11grab', '-video_size', `${WINDOW.width}x${WINDOW.height}`, '-i', DISPLAY];
      execFileSync('ffmpeg', ['-v', 'error', '-y', ...input, '-frames:v', '1', join(folder, `${language === 'English' ? 'en' : 'vi'}-1366x768.png`)]);
    } finally {
      await launched.close();
    }
  });
});
