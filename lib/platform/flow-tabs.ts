import browser, { type Tabs } from 'webextension-polyfill';
import type { Message, Send } from '../messages/rpc.ts';

/** Where Flow is. */
export const FLOW = 'https://flow.google.com/*';

/** The tabs that show Flow, the one in front first, then the one last used. */
export async function findFlowTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: FLOW });
  const byUse = tabs.toSorted((a, b) => Number(b.active) - Number(a.active) || lastUsed(b) - lastUsed(a));
  return byUse.flatMap(({ id }) => id ?? []);
}

/** The tab that shows Flow: of several the first of them; null where there is none. */
export async function findFlowTab(): Promise<number | null> {
  return (await findFlowTabs())[0] ?? null;
}

function lastUsed({ lastAccessed }: Tabs.Tab): number {
  return lastAccessed ?? 0;
}

/** Longest wait for a page. One that is frozen, or stands behind a dialog of its own, answers nothing until it goes on. */
const ANSWER_MS = 30_000;
/** Setting up takes as long as uploads; for the other two the start of the worker waits, and everybody with it. */
const ANSWER_MS_BY_CALL: Readonly<Record<string, number>> = {
  prepare: 600_000,
  isReady: 5_000,
  release: 5_000,
};

/** Sends messages to the content script of one tab; rejects where it has none, or where it does not answer in time. */
export function sendToTab(tab: number): Send {
  return (message: Message) =>
    new Promise((resolve, reject) => {
      const late = new Error(`The page does not answer ${message.call}.`);
      const timer = setTimeout(reject, ANSWER_MS_BY_CALL[message.call] ?? ANSWER_MS, late);
      browser.tabs
        .sendMessage(tab, message, { frameId: 0 })
        .finally(() => clearTimeout(timer))
        .then(resolve, reject);
    });
}

/** Tells the error of a tab that has no script of ours from one of a page that went away while it answered. */
export function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Receiving end does not exist');
}

/** Brings the Flow tab to the front; opens one where there is none. */
export async function showFlow(): Promise<void> {
  const id = await findFlowTab();
  if (id === null) {
    await browser.tabs.create({ url: 'https://flow.google.com/' });
    return;
  }
  const tab = await browser.tabs.update(id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Loads a tab again: one that was open before Retake was there has none of its scripts. */
export function reloadTab(tab: number): Promise<void> {
  return browser.tabs.reload(tab);
}

/** Calls back when a tab is closed, or goes to another address. */
export function onTabGone(run: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => run(tab));
}
