import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  permissions: ['storage', 'unlimitedStorage', 'alarms'],
  background: { service_worker: 'background.js', type: 'module' },
};

const WORKER = 'chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer({ ok: true }));\n';

/** Writes an extension whose worker does nothing but answer, and tells its folder. */
export function writeEmptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'retake-empty-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'background.js'), WORKER);
  return folder;
}
