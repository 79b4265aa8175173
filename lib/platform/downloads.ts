import browser from 'webextension-polyfill';
import type { DownloadState } from '../domain/download.ts';

/** Saves a URL as a file below the downloads folder; a file of that name gets a number, never an overwrite. */
export async function downloadAs(url: string, filename: string): Promise<number> {
  return browser.downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false });
}

/** Whether a file that was saved earlier is still there, as far as the browser knows. */
export async function isStillSaved(downloadId: number): Promise<boolean> {
  const [item] = await browser.downloads.search({ id: downloadId });
  return item?.exists === true && item.state !== 'interrupted';
}

/** What became of the newest of our downloads of a URL. */
export async function downloadState(url: string): Promise<DownloadState> {
  const found = await browser.downloads.search({ url, orderBy: ['-startTime'] });
  const item = found.find(({ byExtensionId }) => byExtensionId === browser.runtime.id);
  if (item === undefined) return { state: 'unknown' };
  if (item.state === 'in_progress') return { state: 'running' };
  if (item.state === 'interrupted') return stopped(item.error ?? '');
  const name = item.filename.split(/[\\/]/).slice(-2).join('/');
  return { state: 'saved', downloadId: item.id, name };
}

/** Source: https://developer.chrome.com/docs/extensions/reference/api/downloads#type-InterruptReason */
function stopped(reason: string): DownloadState {
  switch (reason) {
    case 'USER_CANCELED':
      return { state: 'cancelled' };
    case 'FILE_NO_SPACE':
      return { state: 'failed', fault: { type: 'StorageFull' } };
    case 'FILE_ACCESS_DENIED':
    case 'FILE_FAILED':
      return { state: 'failed', fault: { type: 'FolderClosed' } };
    default:
      return { state: 'failed', fault: { type: 'DownloadFailed', words: reason } };
  }
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
