import browser from 'webextension-polyfill';

/** The colour of waiting, dark enough for white letters. */
const COLOUR = '#8a5a00';
const BLINK_MS = 400;

/** Puts a short text on the toolbar's button; empty for none. */
export async function showBadge(text: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  if (text === '') return;
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}

/** Takes the text away for a moment, once. */
export async function blinkBadge(text: string): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
  await new Promise((resolve) => setTimeout(resolve, BLINK_MS));
  await browser.action.setBadgeText({ text });
}
