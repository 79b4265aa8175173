import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Switches } from '../replica/flow/switches.ts';
import {
  arrow,
  choose,
  order,
  startInBrowser,
  typeWords,
  type InBrowser,
} from '../browser/replica-in-browser.ts';

describe('the switches of the replica in a browser', () => {
  let flow: InBrowser;
  beforeAll(async () => (flow = await startInBrowser()));
  afterAll(() => flow.close());

  const calls = async (changes: Partial<Switches>, ...settings: readonly string[]) => {
    const before = flow.replica.log.length;
    const page = await flow.open(changes);
    if (settings.length > 0) await choose(page, ...settings);
    await typeWords(page, 'a fox');
    await order(page, flow.replica);
    return { page, rpcids: () => flow.replica.log.slice(before).map(({ rpcid }) => rpcid) };
  };

  it('of the press: twice, in one call, in several, under other names', async () => {
    const twice = await calls({ clickLandsTwice: true });
    await expect.poll(twice.rpcids).toEqual(['YhhmEf', 'YhhmEf']);
    const once = await calls({}, 'x3');
    await once.page.locator('flow-pending-tile').nth(2).waitFor();
    expect(once.rpcids()).toEqual(['YhhmEf']);
    const many = await calls({ outputsAs: 'many-requests' }, 'x3');
    await expect.poll(many.rpcids).toHaveLength(3);
    const other = { renamedRpcids: { YhhmEf: 'kTq3Zb' }, opaqueSubmits: true, rpcidsInUrl: false };
    const { page } = await calls(other);
    await page.locator('flow-pending-tile').first().waitFor();
  });

  it('of the agent: a chip leads out, or none is there', async () => {
    const page = await flow.open({ agentMode: true });
    expect(await page.locator('.settings-trigger-button').isVisible()).toBe(false);
    await page.locator('button.agent-mode-chip[aria-pressed=true]').click();
    await page.locator('.settings-trigger-button').waitFor();
    const only = await flow.open({ agentMode: true, agentOnly: true });
    expect(await only.locator('button.agent-mode-chip').count()).toBe(0);
  });

  it('of what lies over the page: cookies, news, and a person asked for rights', async () => {
    const page = await flow.open({
      cookieBar: 'rejectable',
      changelogDialog: true,
      consentOnFirstUpload: true,
    });
    await page.locator('mat-dialog-container[role=dialog] button').first().click();
    await page.locator('.glue-cookie-notification-bar__reject').click();
    await choose(page, 'chrome_extension');
    await page.locator('.add-menu-trigger').click();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('button.sidebar-upload-button').click();
    const before = flow.replica.log.length;
    const bytes = await page.locator('flow-prompt-box').screenshot();
    await (await chooser).setFiles({ name: 'box.png', mimeType: 'image/png', buffer: bytes });
    await page.locator('flow-upload-consent-dialog').waitFor();
    expect(flow.replica.log).toHaveLength(before);
    await page.locator('mat-dialog-actions div.agree-actions-group button').last().click();
    await page.locator('.detail-title', { hasText: 'box.png' }).waitFor();
    expect(flow.replica.log.at(-1)?.rpcid).toBe('maseQ');
  });

  it('of the run: a reload, another project, leftovers', async () => {
    const { page } = await calls({ reloadAfterSubmits: 1 });
    await page.waitForFunction(() => {
      const [load] = performance.getEntriesByType('navigation');
      return load instanceof PerformanceNavigationTiming && load.type === 'reload';
    });
    const moved = await calls({ otherProjectAfterSubmits: 1 });
    await moved.page.waitForURL((url) => !url.pathname.endsWith(flow.replica.projects[0]?.id ?? ''));
    const left = await flow.open({ leftoverText: 'an old idea', leftoverChips: 1, oldFailedTiles: 3 });
    await left.locator('.frame-trigger .chip-image').waitFor();
    expect(await left.locator('flow-base-prompt-box .ProseMirror').textContent()).toBe('an old idea');
    expect(await left.locator('flow-error-tile').count()).toBeGreaterThanOrEqual(3);
  });

  it('of credits: another button stands in the arrow’s place', async () => {
    const page = await flow.open({ credits: 3 });
    await page.locator('button.prompt-warning-button').waitFor();
    expect(await arrow(page).count()).toBe(0);
  });

  it('hands out files in the sizes of its menu', async () => {
    const { page } = await calls({});
    flow.replica.finishAll();
    const tile = page.locator('flow-video-tile').first();
    for (const size of ['720p', '1080p']) {
      await tile.click({ button: 'right' });
      await page.locator('button[role=menuitem]', { hasText: 'download' }).click();
      const names: string[] = [];
      page.once('download', (saved) => void names.push(saved.suggestedFilename()));
      await page.locator('button[role=menuitem]', { hasText: size }).click();
      await expect
        .poll(() => {
          flow.replica.finishAll();
          return names;
        })
        .toEqual([`Fox_${size}.mp4`]);
    }
  });

  it('end without a misdeed', () => {
    expect(flow.replica.misdeeds).toEqual({});
    expect(flow.replica.defects).toEqual([]);
  });
});
