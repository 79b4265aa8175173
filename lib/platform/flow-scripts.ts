import browser from 'webextension-polyfill';
import { FLOW } from './flow-tabs.ts';

/** As the build names them; the manifest puts the first two into every page of Flow that is loaded. */
const OBSERVER = '/content-scripts/flow-observer.js';
const PAGE = '/flow-page.js';
const DRIVER = '/flow-driver.js';

/** In the browser's memory of this life of the extension: an install, update, reload or start of it begins another. */
const DONE = 'flowScriptsPut';

/**
 * Puts the scripts into Flow's pages that were open before this life of the extension, once in it: the manifest serves
 * only pages that are loaded from now on.
 */
export async function putScriptsAnew(): Promise<void> {
  const kept = await browser.storage.session.get(DONE);
  if (kept[DONE] === true) return;
  await browser.storage.session.set({ [DONE]: true });
  const tabs = await browser.tabs.query({ url: FLOW, discarded: false });
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.allSettled(ids.map(putScripts));
}

/** Puts the scripts into a tab's page. Each tells by itself whether it is there already, and begins once. */
export async function putScripts(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  // First the observer: the other one asks it who it is.
  await browser.scripting.executeScript({
    target,
    files: [OBSERVER],
    world: 'MAIN',
    injectImmediately: true,
  });
  await browser.scripting.executeScript({ target, files: [PAGE], injectImmediately: true });
}

/** Puts the driver beside the script that asks for it. */
export async function putDriver(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: [DRIVER], injectImmediately: true });
}
