/** How many bytes the disk has left for us; infinite where nobody can tell. */
export type FreeBytes = () => Promise<number>;

/**
 * The least room in which the store is opened or written to: 32 MB. On a disk without a byte left every row was gone
 * after some openings, in two runs of Chromium 156 (2026-11-25); what exactly throws them away is not known, so the
 * store is left alone well before that.
 */
export const LEAST_ROOM_BYTES = 32 * 1024 * 1024;

/**
 * What the browser says is free. With `unlimitedStorage` the quota is what we use and all that the disk has left.
 * Source: https://storage.spec.whatwg.org/#dom-storagemanager-estimate
 */
export async function readFreeBytes(): Promise<number> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
}

/** Throws the browser's own `QuotaExceededError` where `bytes` more would leave less than the least room. */
export async function demandRoom(freeBytes: FreeBytes, bytes = 0): Promise<void> {
  if ((await freeBytes()) - bytes < LEAST_ROOM_BYTES) {
    throw new DOMException('The disk has no room left.', 'QuotaExceededError');
  }
}
