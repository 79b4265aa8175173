import browser from 'webextension-polyfill';

/** A worker is stopped after 30 s without an extension call. */
const STAY_AWAKE_MS = 20_000;

/** Keeps the worker awake until some work is through, also where the page that asked for it is closed. */
export async function stayAwake<T>(work: Promise<T>): Promise<T> {
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS);
  return work.finally(() => clearInterval(awake));
}
