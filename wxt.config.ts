import { defineConfig } from 'wxt';

/**
 * Public half of a throw-away key pair. It pins the extension's id, so that an unpacked copy keeps its
 * projects when its folder moves.
 * Source: https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8+nWG073VrsY/1LVO9Xc8S2GLAw014KO+dQyWbFqwx+hUltrRiQhLqAtafohELhs0rWLI8gmQr5jLUjIKCZGkcYm1R50jowGWsteFbRbW5OSMt5FaxLUPuXfkQQMdTueKp1KgUn0LR/hZdQ7U6rPmAEHvkJS60CUP45Kg7n0sF+ixp2hHwQOppSrqaZZvmnO4PuVIEzYM81+4GLfZ+KKroL53zlighZ8gVaqVxnFOidJ1/0NKuc5UvEYFwjLTHO4vrkRAG+EOiYDwIRTIlUsyrS3CmpeJM/iBIH779v9S7EOubBzQBBGHYdb/Sr3br1IlthmfJfmETkpPkj0Eat1pwIDAQAB';

export default defineConfig({
  // A folder without a leading dot: file pickers hide dot-folders, and people load this one by hand.
  outDir: 'build',
  outDirTemplate: 'retake',
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  // WXT's own runner starts Chrome as root without its flags and dies; `npm start` opens the browser.
  webExt: { disabled: true },
  manifest: {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    key: PUBLIC_KEY,
    minimum_chrome_version: '120',
    // What Retake needs of Flow: to read and set up its page, and to fetch what it made. labs.google leads there.
    host_permissions: ['https://flow.google.com/*', 'https://flow-content.google/*', 'https://labs.google/*'],
    // `scripting`: Flow's pages that were open before an install or update get their scripts without a reload.
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'downloads',
      'sidePanel',
      'offscreen',
      'scripting',
    ],
    // Asked for only when the user switches notifications on.
    optional_permissions: ['notifications'],
    // Not WXT's own content script: the wrapper of one, with the polyfill in it, is a third of what a page may cost.
    content_scripts: [
      { matches: ['https://flow.google.com/*'], run_at: 'document_start', js: ['flow-page.js'] },
    ],
    action: { default_title: '__MSG_extName__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; media-src blob:; connect-src 'self' https://flow-content.google; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  },
});
