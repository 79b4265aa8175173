import browser from 'webextension-polyfill';
import type { Language } from '../domain/settings.ts';

/** Loads the text of the sample script in a language. */
export async function loadSample(language: Language): Promise<string> {
  const response = await fetch(browser.runtime.getURL(`samples/${language}.json`));
  return response.text();
}
