import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPARE_KEYS } from '../../components/compare/compare-keys.ts';
import { REMARKS } from '../../lib/domain/attempt.ts';
import { END_FRAME_LACKS, FAULT_HELPS, FAULT_NAMES, factsOf, type Fault } from '../../lib/domain/fault.ts';
import { FLOW_BLOCKS } from '../../lib/domain/flow-page.ts';
import { PICTURE_ROLES } from '../../lib/domain/picture.ts';
import { FRAME_EDGES, FRAME_USES } from '../../lib/domain/take.ts';
import { FORMAT_FIELDS } from '../../lib/domain/film.ts';
import { CHOOSE_RULES } from '../../lib/domain/chosen-scenes.ts';
import { SCENE_FILTERS } from '../../lib/domain/scene-filter.ts';
import { AFTER_IMAGES, ASPECTS } from '../../lib/domain/project.ts';
import { RUN_PHASES } from '../../lib/domain/run.ts';
import { REQUEST_TONES } from '../../lib/domain/script-request.ts';
import { SCRIPT_FAULT_NAMES, SCRIPT_NOTE_TYPES } from '../../lib/domain/script-preview.ts';

function words(language: string): Readonly<Record<string, { readonly message: string }>> {
  return JSON.parse(
    readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  );
}

/** Keys that are made of a name at run time, by what stands before the name. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  fault: FAULT_NAMES,
  faultHelp: [...FAULT_HELPS, 'changed'],
  script: SCRIPT_NOTE_TYPES,
  scriptFault: SCRIPT_FAULT_NAMES,
  status:
    'notGenerated imageReady queued waitingForImage waitingForScene preparing pressStart generating saving done newTake failed cancelled notSure needsYou'.split(
      ' ',
    ),
  action:
    'generateImage regenerateImage generateVideo regenerateVideo retry moveToFront moveToBack cancel stopWaiting prompt changePicture compare useTake goToFlow later checkAgain confirmSent confirmNotSent'.split(
      ' ',
    ),
  lost: ['help', 'restart', 'title'],
  note_begin: [...FRAME_EDGES],
  note_end: [...FRAME_EDGES],
  frameAgain: [...FRAME_EDGES],
  note: ['held', 'notSure', 'paused', 'pressStart', 'stopped'],
  step: 'importScript generateAllImages generateAllVideos pause resume makeFilm export retryFailed'.split(
    ' ',
  ),
  format: ['any_json', 'blocks', 'headings', 'lines', 'outline', 'table', ...FORMAT_FIELDS],
  kind: ['image', 'video', 'voice'],
  compare: COMPARE_KEYS.map(({ words: key }) => key.replace('compare_', '')),
  about: 'by length made model price seed settings size'.split(' '),
  about_frame: [...FRAME_EDGES],
  frame: FRAME_EDGES.flatMap((edge) => [edge, `${edge}_of`]),
  left: 'aspect image lengthS model pictures provider videoFrom'.split(' '),
  adopt: ['atWork', 'ready'],
  remark: REMARKS,
  role: PICTURE_ROLES,
  endLack: END_FRAME_LACKS,
  frames: FRAME_USES.flatMap((use) => [use, `${use}Hint`]),
  filter: [...SCENE_FILTERS],
  choose: CHOOSE_RULES,
  batch_of: ['failed_one', 'image_one', 'video_one'],
  run: RUN_PHASES,
  afterImages: AFTER_IMAGES,
  afterImagesHint: AFTER_IMAGES,
  field: 'title description voiceOver imagePrompt videoPrompt lengthS'.split(' '),
  provider: ['animatic', 'flow'],
  providerHint: ['animatic', 'flow'],
  flowBlock: FLOW_BLOCKS,
  hand_from: ['frames', 'ingredients', 'text_image', 'text_video'],
  aspectFor: ASPECTS.map((aspect) => aspect.replace(':', 'x')),
  tone_as: REQUEST_TONES,
  reminder: ['sound', 'notification'],
  cut: ['table', 'headings', 'lines', 'blocks'],
  tone: 'needs work failed waiting new ready empty'.split(' '),
  stale: 'title description voiceOver prompt aspect lengthS pictures image videoFrom model'.split(' '),
};

function filesUnder(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
}

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
    const folder = new URL('../../components/', import.meta.url);
    for (const file of filesUnder(folder)) {
      const text = readFileSync(new URL(file, folder), 'utf8');
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
