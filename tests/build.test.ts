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
  it('[L18] asks for these permissions and no host', () => {
    const manifest = JSON.parse(read('manifest.json'));
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'downloads',
      'sidePanel',
      'offscreen',
    ]);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.minimum_chrome_version).toBe('120');
  });

  it('has a content security policy that lets in nothing from outside', () => {
    const { extension_pages: policy } = JSON.parse(read('manifest.json')).content_security_policy;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  });

  it('has no inline script and loads none from outside', () => {
    for (const page of files.filter((path) => path.endsWith('.html'))) {
      expect(read(page)).not.toMatch(/<script(?![^>]*src=)/);
      expect(read(page)).not.toMatch(/(?:src|href)="https?:/);
      expect(read(page)).not.toMatch(/ on[a-z]+=|<style/);
    }
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

  it('speaks both languages with the same keys', () => {
    const keys = (language: string): readonly string[] =>
      Object.keys(JSON.parse(read(`_locales/${language}/messages.json`)));
    expect(keys('vi')).toEqual(keys('en'));
  });
});
