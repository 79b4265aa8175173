import browser from 'webextension-polyfill';
import type { Language } from '../domain/settings.ts';

/** A picture that comes with Retake. */
export interface SamplePicture {
  readonly bytes: Blob;
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Loads the text of the sample script in a language. */
export async function loadSample(language: Language): Promise<string> {
  const response = await fetch(browser.runtime.getURL(`samples/${language}.json`));
  return response.text();
}

/** Loads the picture of one of the sample's scenes, from 1; null where it is not there or no picture. */
export async function loadSamplePicture(scene: number): Promise<SamplePicture | null> {
  const name = `${scene}.webp`;
  try {
    const response = await fetch(browser.runtime.getURL(`samples/${name}`));
    const bytes = await response.blob();
    const { width, height } = await createImageBitmap(bytes);
    return { bytes, name, width, height };
  } catch {
    return null;
  }
}
