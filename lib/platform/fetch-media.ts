import type { Fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';

/** Fetches the bytes at an address, without cookies. Faults: `LinkExpired` where it is refused, `DownloadFailed`. */
export async function fetchMedia(url: string): Promise<Result<Blob, Fault>> {
  try {
    const response = await fetch(url, { credentials: 'omit', redirect: 'error', cache: 'no-store' });
    if (response.status === 403 || response.status === 410) return fail({ type: 'LinkExpired' });
    if (!response.ok) return fail({ type: 'DownloadFailed', words: `HTTP ${response.status}` });
    return ok(await response.blob());
  } catch (error) {
    return fail({ type: 'DownloadFailed', words: error instanceof Error ? error.message : String(error) });
  }
}
