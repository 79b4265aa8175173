import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAULT_NAMES, factsOf, type Fault } from '../../lib/domain/fault.ts';
import { SCRIPT_FAULT_NAMES, SCRIPT_NOTE_TYPES } from '../../lib/domain/script-preview.ts';

function words(language: string): Readonly<Record<string, { readonly message: string }>> {
  return JSON.parse(
    readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  );
}

/** Keys that are made of a name at run time, by what stands before the name. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  fault: FAULT_NAMES,
  faultHelp: ['retry', 'prompt', 'picture', 'wait', 'free_space', 'settings', 'none', 'changed'],
  script: SCRIPT_NOTE_TYPES,
  scriptFault: SCRIPT_FAULT_NAMES,
  status:
    'notGenerated imageReady queued waitingForImage waitingForScene preparing pressStart generating saving done newTake failed cancelled notSure needsYou'.split(
      ' ',
    ),
  action:
    'generateImage regenerateImage generateVideo regenerateVideo retry cancel stopWaiting prompt changePicture compare useTake goToFlow later checkAgain confirmSent confirmNotSent'.split(
      ' ',
    ),
  step: 'importScript generateAllImages generateAllVideos pause resume downloadAll retryFailed'.split(' '),
  kind: ['image', 'video', 'voice'],
  tone: 'needs work failed waiting new ready empty'.split(' '),
  stale: 'title description voiceOver prompt aspect lengthS pictures image videoFrom'.split(' '),
};

describe('words', () => {
  it('both languages have the same keys, each with the same blanks to fill', () => {
    const [en, vi] = [words('en'), words('vi')];
    expect(Object.keys(vi)).toEqual(Object.keys(en));
    const blanks = (text: string): string => (text.match(/\$\d/g) ?? []).toSorted().join();
    for (const [key, { message }] of Object.entries(en)) {
      expect(`${key} ${blanks(vi[key]?.message ?? '')}`).toBe(`${key} ${blanks(message)}`);
    }
  });

  it.each(Object.entries(NAMES))('[L13] every %s has words in both languages', (before, names) => {
    for (const language of ['en', 'vi']) {
      const has = words(language);
      expect(names.filter((name) => has[`${before}_${name}`] === undefined)).toEqual([]);
    }
  });

  it('every key that a component names is there', () => {
    const has = words('en');
    const files = [
      'banners',
      'card-buttons',
      'card-notes',
      'card-picture',
      'card-status',
      'compare-dialog',
      'dialog',
      'film-bar',
      'import-dialog',
      'panel-header',
      'project-dialog',
      'prompt-editor',
      'scene-card',
      'scene-list',
      'scene-name',
      'start-card',
      'take-strip',
    ];
    for (const file of files) {
      const path = ['tsx', 'ts'].map((end) => new URL(`../../components/${file}.${end}`, import.meta.url));
      const text = path
        .map((url) => {
          try {
            return readFileSync(url, 'utf8');
          } catch {
            return '';
          }
        })
        .join('');
      for (const [, key = ''] of text.matchAll(/\bt\('([a-zA-Z_]+)'/g)) {
        expect(has[key] ?? has[`${key}_other`], `${file}: ${key}`).toBeDefined();
      }
    }
  });

  it('money is told of with every fault', () => {
    const refused: Fault = { type: 'ContentRefused', what: 'picture', words: '' };
    expect(factsOf(refused)).toMatchObject({ charged: 'no', helps: 'picture', transient: false });
  });
});
