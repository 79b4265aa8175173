import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrow,
  choose,
  giveByScript,
  order,
  startInBrowser,
  typeWords,
  type InBrowser,
} from '../browser/replica-in-browser.ts';

describe('the replica of Flow’s page in a browser', () => {
  let flow: InBrowser;
  beforeAll(async () => (flow = await startInBrowser()));
  afterAll(() => flow.close());

  it('takes an order by a real mouse, and shows it done', async () => {
    const { replica } = flow;
    const page = await flow.open();
    await choose(page, 'crop_9_16', '4s');
    expect(await page.locator('.settings-summary').textContent()).toBe('Video · 720p · 4s crop_9_16 x1');
    await typeWords(page, 'a red fox');
    expect(await page.locator('a.credit-cost-link').textContent()).toBe('Generating will use 7 credits');
    expect(await order(page, replica)).toBe('YhhmEf');
    await page.locator('flow-pending-tile').waitFor();
    replica.advance(60_000);
    await page.locator('flow-video-tile img[data-media-id]').first().waitFor();
    await typeWords(page, 'another');
    await arrow(page).evaluate((node) => (node as HTMLElement).click());
    await expect.poll(() => replica.counters.untrustedSubmits).toBe(1);
    expect(replica.log).toHaveLength(1);
  });

  it.each([{ shadowRoots: false }, { shadowRoots: true }])(
    'knows words by input alone: %j',
    async (changes) => {
      const page = await flow.open(changes);
      const editor = page.locator('flow-base-prompt-box .ProseMirror');
      const insert = (words: string) =>
        editor.evaluate((node, text) => {
          (node as HTMLElement).focus();
          document.execCommand('selectAll');
          if (text === '') document.execCommand('delete');
          else document.execCommand('insertText', false, text);
        }, words);
      await insert('line one\nline  two');
      await arrow(page).waitFor();
      expect(await editor.innerHTML()).toBe('<p>line one line two</p>');
      await insert('other words');
      expect(await editor.innerHTML()).toBe('<p>other words</p>');
      await insert('');
      await arrow(page).waitFor({ state: 'detached' });

      // Two frames later whoever watches the editor has seen it.
      await editor.evaluate((node) => {
        node.textContent = 'written';
        return new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
      });
      expect(await arrow(page).count()).toBe(0);
    },
  );

  it('sends frames and ingredients as they were attached', async () => {
    const page = await flow.open();
    const add = async () => {
      await page.locator('button.asset-item').nth(1).click();
      await page.locator('button.detail-add-to-prompt-btn').click();
    };
    await page.locator('.frame-trigger button.empty-chip').first().click();
    await add();
    await typeWords(page, 'walk');
    expect(await order(page, flow.replica)).toBe('eb1hJf');
    await choose(page, 'chrome_extension');
    await page.locator('.add-menu-trigger').click();
    expect(await page.locator('button.asset-item').count()).toBe(15);
    await page.locator('button.asset-item-active').click();
    await typeWords(page, 'walk on');
    expect(await order(page, flow.replica)).toBe('MZZa6b');
  });

  it('takes pictures by paste and drop', async () => {
    const page = await flow.open();
    await giveByScript(page, 'drop', 'flow-project-page');
    await page.locator('.footer-title', { hasText: 'mine.png' }).first().waitFor();
    expect(await page.locator('.chip-image').count()).toBe(0);
    await giveByScript(page, 'paste', '.ProseMirror');
    await page.locator('.frame-trigger .chip-image').waitFor();
  });

  it('stands in open shadow roots where they are asked for', async () => {
    const page = await flow.open({ shadowRoots: true });
    expect(await page.evaluate(() => document.querySelector('.ProseMirror'))).toBeNull();
    await typeWords(page, 'a fox inside');
    expect(await order(page, flow.replica)).toBe('YhhmEf');
  });

  it('is another page where it is narrow', async () => {
    const page = await flow.open({}, { width: 980, height: 700 });
    expect(await page.locator('div.mobile-overlay flow-mobile-add-menu').count()).toBe(1);
    expect(await page.locator('flow-ingredient-bar').count()).toBe(0);
    await page.setViewportSize({ width: 1100, height: 700 });
    await page.locator('flow-ingredient-bar').waitFor();
  });

  it.each(['code-16', 'http-401', 'redirect'] as const)(
    'leaves when the session ends: %s',
    async (answer) => {
      const page = await flow.open({ signedOutAnswer: answer });
      flow.replica.account.signedIn = false;
      await page.waitForURL('https://flow.google.com/about');
    },
  );

  it('ends with every counter as it should be', () => {
    const { replayedTokens, forgedTokens, captchaFromOutside, foreignCalls, legacyCalls } =
      flow.replica.counters;
    expect([replayedTokens, forgedTokens, captchaFromOutside, foreignCalls, legacyCalls]).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(flow.replica.defects).toEqual([]);
  });
});
