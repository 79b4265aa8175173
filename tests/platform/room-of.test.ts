import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomOf } from '../../lib/platform/room-of.ts';

const OWN = 'chrome-extension://own/';

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { id: 'own', getURL: (path: string) => `${OWN}${path}` } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('[L18] where a message came from', () => {
  it.each([
    [{ id: 'own', url: `${OWN}background.js` }, 'background'],
    [{ id: 'own' }, 'background'],
    [{ id: 'own', url: `${OWN}offscreen.html` }, 'offscreen'],
    [{ id: 'own', url: `${OWN}sidepanel.html?x=/background.js`, tab: {} }, 'page'],
    [{ id: 'own', url: 'https://flow.google.com/background.js', tab: {} }, 'flow-page'],
    [{ id: 'own', url: `https://flow.google.com/?${OWN}background.js`, tab: {} }, 'flow-page'],
    [{ id: 'own', tab: {} }, 'flow-page'],
    [{ id: 'other', url: `${OWN}background.js` }, null],
    [{}, null],
  ])('%j is %s', (sender, room) => {
    expect(roomOf(sender)).toBe(room);
  });
});
