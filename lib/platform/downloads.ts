import browser from 'webextension-polyfill';

/** Saves a URL as a file below the downloads folder; a file of that name gets a number, never an overwrite. */
export async function downloadAs(url: string, filename: string): Promise<number> {
  return browser.downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false });
}

/** Whether a file that was saved earlier is still there, as far as the browser knows. */
export async function isStillSaved(downloadId: number): Promise<boolean> {
  const [item] = await browser.downloads.search({ id: downloadId });
  return item?.exists === true && item.state !== 'interrupted';
}

/** Calls back with the URL of each of our downloads that ended. Must be called synchronously at start. */
export function onDownloadEnded(ended: (url: string) => void): void {
  browser.downloads.onChanged.addListener(({ id, state }) => {
    if (state?.current === 'complete' || state?.current === 'interrupted') void tellEnded(id, ended);
  });
}

async function tellEnded(id: number, ended: (url: string) => void): Promise<void> {
  const [item] = await browser.downloads.search({ id });
  if (item?.byExtensionId === browser.runtime.id) ended(item.url);
}
