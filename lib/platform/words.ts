import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Language } from '../domain/settings.ts';

const entry = v.object({ message: v.string() });
const file = v.custom<Readonly<Record<string, v.InferOutput<typeof entry>>>>(
  (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((each) => v.is(entry, each)),
);

/** Loads the words of a language from `_locales`, so that the panel can change it at once; key to text. */
export async function loadWords(language: Language): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  const entries = Object.entries(v.parse(file, await response.json()));
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

/** The language that the browser speaks, as far as Retake speaks it. */
export function browserLanguage(): Language {
  return browser.i18n.getUILanguage().toLowerCase().startsWith('vi') ? 'vi' : 'en';
}
