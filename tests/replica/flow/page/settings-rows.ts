import { familyInUse, limitsOf, secondsInUse } from './catalogue.ts';
import type { Page } from './page-state.ts';
import { ASPECT_ICONS, aspectInUse, IMAGE_ASPECTS, VIDEO_ASPECTS, type Settings } from './settings.ts';
import type { Choice } from './toggles.ts';
import type { Word } from './words.ts';

/** A row that the pane draws now: what it is called, what it offers, what is chosen. */
export interface SettingsRow {
  readonly label: Word;
  readonly choices: readonly Choice<Partial<Settings>>[];
  readonly chosen: number;
}

function row<Value>(
  label: Word,
  values: readonly Value[],
  chosen: Value,
  choice: (value: Value) => Choice<Partial<Settings>>,
): SettingsRow {
  return { label, choices: values.map(choice), chosen: values.indexOf(chosen) };
}

function modeRow({ say }: Page, { mode }: Settings): SettingsRow {
  return row('mode', ['image', 'video'] as const, mode, (value) => ({
    value: { mode: value },
    ligature: value === 'image' ? 'image' : 'videocam',
    text: say(value),
  }));
}

function subModeRow({ say }: Page, { subMode }: Settings): SettingsRow {
  return row('videoMode', ['frames', 'ingredients'] as const, subMode, (value) => ({
    value: { subMode: value },
    ligature: value === 'frames' ? 'crop_free' : 'chrome_extension',
    text: say(value),
  }));
}

function aspectRow(settings: Settings): SettingsRow {
  if (settings.mode === 'image')
    return row('aspect', IMAGE_ASPECTS, settings.imageAspect, (value) => ({
      value: { imageAspect: value },
      ligature: ASPECT_ICONS[value],
      text: value,
    }));
  return row('aspect', VIDEO_ASPECTS, settings.videoAspect, (value) => ({
    value: { videoAspect: value },
    ligature: ASPECT_ICONS[value],
    text: value,
  }));
}

function countRow({ count }: Settings): SettingsRow {
  return row('count', [1, 2, 3, 4], count, (value) => ({
    value: { count: value },
    ligature: null,
    text: `x${value}`,
  }));
}

function videoRows({ say, switches }: Page, settings: Settings): readonly SettingsRow[] {
  const limits = limitsOf(familyInUse(settings, switches)?.family ?? '', switches);
  const resolution = row('resolution', limits.resolutions ?? [], settings.resolution, (value) => ({
    value: { resolution: value },
    ligature: null,
    text: value,
  }));
  const length = row('length', limits.lengths ?? [], secondsInUse(settings, switches), (value) => ({
    value: { seconds: value },
    ligature: null,
    text: say('seconds', value),
  }));
  return [resolution, length].filter(({ choices }) => choices.length > 0);
}

/** The rows for what is chosen now, top to bottom. Source: captures of the page, Sept–Oct 2026. */
export function settingsRows(page: Page, settings: Settings): readonly SettingsRow[] {
  if (settings.mode === 'image') return [modeRow(page, settings), aspectRow(settings), countRow(settings)];
  return [
    modeRow(page, settings),
    subModeRow(page, settings),
    aspectRow(settings),
    ...videoRows(page, settings),
    countRow(settings),
  ];
}

/** What the trigger says: `Video · 720p · 6s <crop_16_9> x1`, words before and after its one icon. */
export function summaryOf(
  page: Page,
  settings: Settings,
): readonly [before: string, ligature: string, after: string] {
  const { say, switches } = page;
  const family = familyInUse(settings, switches);
  const limits = limitsOf(family?.family ?? '', switches);
  const name =
    settings.mode === 'image'
      ? `🍌 ${family?.name ?? ''}`
      : [
          say('video'),
          limits.resolutions === null ? null : settings.resolution,
          say('seconds', secondsInUse(settings, switches)),
        ]
          .filter((part) => part !== null)
          .join(' · ');
  return [`${name} `, ASPECT_ICONS[aspectInUse(settings)], ` x${settings.count}`];
}
