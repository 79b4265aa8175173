import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that names the folder with the profiles of browsers that files share. */
export const KEPT_PROFILES = 'RETAKE_KEPT_PROFILES';

/** Makes it before the first file; it goes after the last one, when the processes that used it have ended. */
export default function makeFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'retake-kept-'));
  process.env[KEPT_PROFILES] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
