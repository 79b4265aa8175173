import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchRetake, type Launched } from './launch.mjs';

const PAGE = '<!doctype html><title>A page</title><h1>A page beside the panel</h1>';

describe('the real side panel beside a page, in a window of 1366 × 768', () => {
  let server: Server;
  let launched: Launched;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    launched = await launchRetake({ headless: true, window: { width: 1366, height: 768 } });
    const [first] = launched.context.pages();
    page = first ?? (await launched.context.newPage());
    const address = server.address();
    await page.goto(
      `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    );
    panel = await launched.openSidePanel();
    panel.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await launched.close();
    server.close();
  });

  it('takes its room from the page', async () => {
    await panel.getByRole('button', { name: 'Open the sample' }).waitFor();
    const panelWidth = await panel.evaluate(() => innerWidth);
    expect(panelWidth).toBeGreaterThanOrEqual(320);
    expect(panelWidth).toBeLessThanOrEqual(420);
    // The page is laid out anew a moment after the panel has slid in.
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(1366 - panelWidth);
    expect(await panel.evaluate(() => innerHeight)).toBeLessThanOrEqual(700);
  });

  it('is driven from script to video', async () => {
    await panel.getByRole('button', { name: 'Open the sample' }).click();
    const card = panel.getByRole('article', { name: 'Scene 1', exact: true });
    await card.getByRole('button', { name: 'Generate image', exact: true }).click();
    await card.getByText('Image ready').waitFor();
    await card.getByRole('button', { name: 'Generate video', exact: true }).click();
    await card.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
    await card.getByRole('button', { name: /^Play/ }).click();
    const video = card.locator('video');
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.1);
  });

  it('keeps its fixed parts under 120 px, with a message told', async () => {
    const card = panel.getByRole('article', { name: 'Scene 2', exact: true });
    await card.getByRole('button', { name: 'More', exact: true }).click();
    await card.getByRole('group', { name: 'More' }).getByRole('button', { name: 'Move down' }).click();
    await panel.getByText('Scene 2 is now 3 of 6').waitFor();
    const free = await panel.locator('main').evaluate((list) => list.getBoundingClientRect().height);
    expect((await panel.evaluate(() => innerHeight)) - free).toBeLessThanOrEqual(120);
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await panel.getByText('Undone: scene moved').waitFor();
  });

  it('scrolls nothing sideways and gives axe nothing to find', async () => {
    const sideways = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
