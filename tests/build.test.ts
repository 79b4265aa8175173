import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const BUILD = new URL('../build/retake/', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, BUILD), 'utf8');
}

const files = readdirSync(fileURLToPath(BUILD), { recursive: true, encoding: 'utf8' });
const scripts = files.filter((path) => path.endsWith('.js'));

/** Scripts and sheets that a page loads before it shows anything. */
function firstLoad(page: string): readonly string[] {
  return [...read(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
}

describe('the production build', () => {
  it('[L18] asks for these permissions, and for the hosts of Flow alone', () => {
    const manifest = JSON.parse(read('manifest.json'));
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'downloads',
      'sidePanel',
      'offscreen',
      // Pages of Flow that were open before an install or update get their scripts without a reload; hosts bound it.
      'scripting',
    ]);
    // The user is asked for these when he switches on what needs them, and not before.
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.host_permissions).toEqual([
      'https://flow.google.com/*',
      'https://flow-content.google/*',
      'https://labs.google/*',
    ]);
    const matches = ['https://flow.google.com/*'];
    expect(manifest.content_scripts).toEqual([
      { matches, run_at: 'document_start', js: ['flow-page.js'] },
      { matches, run_at: 'document_start', js: ['content-scripts/flow-observer.js'], world: 'MAIN' },
    ]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.minimum_chrome_version).toBe('120');
  });

  it('has a content security policy that lets in nothing from outside', () => {
    const { extension_pages: policy } = JSON.parse(read('manifest.json')).content_security_policy;
    expect(policy).toContain("default-src 'none'");
    // Clips are fetched from where Flow keeps them, and from nowhere else.
    const own = policy.replace("connect-src 'self' https://flow-content.google;", '');
    expect(own).not.toMatch(/unsafe|https?:|\*|data:|connect/);
  });

  it('has no inline script and loads none from outside', () => {
    for (const page of files.filter((path) => path.endsWith('.html'))) {
      expect(read(page)).not.toMatch(/<script(?![^>]*src=)/);
      expect(read(page)).not.toMatch(/(?:src|href)="https?:/);
      expect(read(page)).not.toMatch(/ on[a-z]+=|<style/);
    }
  });

  it('has a worker of plain ASCII, without a copy of the APIs that would make each of them at every start', () => {
    const worker = read('background.js');
    expect(/[^\0-\x7f]/.exec(worker)).toBeNull();
    expect(worker).not.toContain('getOwnPropertyDescriptor');
  });

  it('carries the encoder in the offscreen document alone', () => {
    const carriers = scripts.filter((path) => read(path).includes('ftyp') && read(path).includes('moov'));
    expect(carriers.length).toBeGreaterThan(0);
    for (const path of carriers) expect(path).toMatch(/offscreen/);
  });

  it('loads little: the panel at most 160 kB, the worker at most 60 kB, packed', () => {
    const packed = (paths: readonly string[]): number =>
      paths.reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
    expect(packed(firstLoad('sidepanel.html'))).toBeLessThanOrEqual(160_000);
    expect(packed(['background.js'])).toBeLessThanOrEqual(60_000);
  });

  it.each(['content-scripts/flow-observer.js', 'flow-page.js', 'flow-driver.js'])(
    'puts no more than 12 kB, packed, into a page of Flow with %s',
    (path) => {
      expect(gzipSync(read(path)).length).toBeLessThanOrEqual(12_000);
    },
  );

  it('has the whole worker in one classic script: each further file holds every start up', () => {
    expect(JSON.parse(read('manifest.json')).background).toEqual({ service_worker: 'background.js' });
    expect(read('background.js')).not.toMatch(/from\s*"\.{1,2}\/|\bimport\s*["(]/);
  });

  it('speaks both languages with the same keys', () => {
    const keys = (language: string): readonly string[] =>
      Object.keys(JSON.parse(read(`_locales/${language}/messages.json`)));
    expect(keys('vi')).toEqual(keys('en'));
  });
});
