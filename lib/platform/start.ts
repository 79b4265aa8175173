import browser from 'webextension-polyfill';

/** Opens the side panel from the toolbar button, and keeps what is in extension storage from content scripts. */
export async function prepareBrowser(): Promise<void> {
  await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Calls back when the browser starts or the extension is installed or updated; a listener is what wakes the worker for it. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
}

/** Starts the extension anew, as after an update: every page of it closes. */
export function restart(): void {
  browser.runtime.reload();
}
