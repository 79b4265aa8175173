import { fail, ok, type Result } from '../../../domain/result.ts';
import { HOLD_MS, until, untilTrue, type FlowPage } from './flow-page.ts';
import { chooseModel, isSameModel } from './model-names.ts';
import type { Setting } from './parse-choice.ts';
import { press } from './press.ts';
import { readComposer } from './read-composer.ts';
import { first } from './look-for.ts';
import {
  chosenOf,
  offeredOf,
  openModels,
  openSettings,
  readChoices,
  readModel,
  type ChoiceButton,
} from './settings-pane.ts';
import { notOffered, type Stop } from './stop.ts';

/** The settings of an order; null leaves as it is what the order does not name. */
export interface WantedSettings {
  readonly mode: 'image' | 'video';
  /** Which pictures a video is made from; null for an image, and for a video from text alone. */
  readonly from: 'frames' | 'ingredients' | null;
  /** The model's name on the page. */
  readonly model: string | null;
  /** Such as `16:9`. */
  readonly aspect: string;
  readonly lengthS: number | null;
  /** Such as `720p`. */
  readonly resolution: string | null;
  readonly count: number;
}

/** A switch of the model may reset ratio and length a moment later. Source: one run in two, Sept 2026. */
const SETTLE_MS = 900;
const MOST_PASSES = 3;
/** A row that is not there by then does not belong to this model. */
const ROW_MS = 2_000;
const MOST_PRESSES = 3;

/**
 * Writes each setting only where it differs, until all of them hold together; the pane stays open. Answers the settings
 * with the model as the page names it. Faults: `NotOffered` for a choice that the page lacks.
 */
export async function writeSettings(
  page: FlowPage,
  wanted: WantedSettings,
): Promise<Result<WantedSettings, Stop>> {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const opened = await openSettings(page);
    if (!opened.ok) return opened;
    const written = await writeOnce(page, wanted);
    if (!written.ok) return written;
    const { settings, isChanged } = written.value;
    if (isChanged) await page.sleep(SETTLE_MS, page.signal);
    if (differing(page.document, settings) === null) return ok(settings);
  }
  return fail(differing(page.document, wanted) ?? { type: 'missing', anchor: 'settingsPane' });
}

/** Names the first setting in the open pane that is not as wanted; null when all are. */
export function differing(document: Document, wanted: WantedSettings): Stop | null {
  const model = readModel(document) ?? '';
  if (wanted.model !== null && !isSameModel(wanted.model, model))
    return { type: 'notHeld', what: 'model', wanted: wanted.model, found: model };
  for (const [setting, value] of rowsOf(wanted)) {
    const found = currentOf(document, setting);
    if (found !== value) return { type: 'notHeld', what: setting, wanted: value, found: found ?? '' };
  }
  return null;
}

interface Written {
  readonly settings: WantedSettings;
  readonly isChanged: boolean;
}

/** Mode and kind first, then the model, since they decide what else there is; then the rest. */
async function writeOnce(page: FlowPage, wanted: WantedSettings): Promise<Result<Written, Stop>> {
  const isFirst = ([setting]: Row): boolean => setting === 'mode' || setting === 'from';
  const before = await writeRows(page, rowsOf(wanted).filter(isFirst));
  if (!before.ok) return before;
  const present = readModel(page.document);
  const model = await writeModel(page, wanted.model);
  if (!model.ok) return model;
  const after = await writeRows(
    page,
    rowsOf(wanted).filter((row) => !isFirst(row)),
  );
  if (!after.ok) return after;
  const isChanged = before.value || after.value || (model.value !== null && model.value !== present);
  return ok({ settings: { ...wanted, model: model.value }, isChanged });
}

/** Whether anything had to be written. */
async function writeRows(page: FlowPage, rows: readonly Row[]): Promise<Result<boolean, Stop>> {
  let isChanged = false;
  for (const [setting, value] of rows) {
    const written = await writeRow(page, setting, value);
    if (!written.ok) return written;
    isChanged ||= written.value;
  }
  return ok(isChanged);
}

type Row = readonly [setting: Setting, value: string];

function rowsOf(wanted: WantedSettings): readonly Row[] {
  const { mode, from, aspect, lengthS, resolution, count } = wanted;
  const rows: ReadonlyArray<readonly [Setting, string | null]> = [
    ['mode', mode],
    ['from', from],
    ['aspect', aspect],
    ['resolution', resolution],
    ['lengthS', lengthS === null ? null : String(lengthS)],
    ['count', String(count)],
  ];
  return rows.flatMap(([setting, value]) => (value === null ? [] : [[setting, value] as const]));
}

/** A row, or what the button beside the composer says where a model has one choice and so no row. */
function currentOf(document: Document, setting: Setting): string | null {
  const chosen = chosenOf(document, setting);
  if (chosen !== null || readChoices(document).some((each) => each.setting === setting)) return chosen;
  const summary = readComposer(document)?.summary;
  switch (setting) {
    case 'lengthS':
      return summary?.lengthS == null ? null : String(summary.lengthS);
    case 'resolution':
      return summary?.resolution ?? null;
    case 'aspect':
      return summary?.aspect ?? null;
    case 'count':
      return summary?.count == null ? null : String(summary.count);
    default:
      return null;
  }
}

/** Where there is no row to choose from, what is set is all there is. */
function possibleOf(document: Document, setting: Setting): readonly string[] {
  const offered = offeredOf(document, setting);
  const present = currentOf(document, setting);
  return offered.length === 0 && present !== null ? [present] : offered;
}

async function writeRow(page: FlowPage, setting: Setting, value: string): Promise<Result<boolean, Stop>> {
  const { document } = page;
  if (currentOf(document, setting) === value) return ok(false);
  const find = (): ChoiceButton | null =>
    readChoices(document).find(
      (each) => each.setting === setting && each.value === value && each.isOffered,
    ) ?? null;
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    // A press of the user beside the pane closes it, and a closed pane offers nothing.
    const opened = await openSettings(page);
    if (!opened.ok) return opened;
    const choice = await until(page, find, ROW_MS);
    if (choice === null && first(document, 'settingsPane') !== null)
      return fail(notOffered(namedChoice(setting, value), possibleOf(document, setting)));
    if (choice === null) continue;
    if (!choice.isChosen) press(page, 'choice', choice.element);
    if (await untilTrue(page, () => chosenOf(document, setting) === value, HOLD_MS)) return ok(true);
  }
  return fail({ type: 'notHeld', what: setting, wanted: value, found: chosenOf(document, setting) ?? '' });
}

/** Answers the model's name as the page has it; null where the order names none. */
async function writeModel(page: FlowPage, wanted: string | null): Promise<Result<string | null, Stop>> {
  const { document } = page;
  if (wanted === null) return ok(null);
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const opened = await openSettings(page);
    if (!opened.ok) return opened;
    const present = readModel(document);
    if (present !== null && isSameModel(wanted, present)) return ok(present);
    const items = await openModels(page);
    if (!items.ok) return items;
    const names = items.value.map(({ name }) => name);
    const chosen = chooseModel(wanted, names);
    const item = items.value.find(({ name }) => name === chosen);
    if (chosen === null || item === undefined) return fail(notOffered(wanted, names));
    press(page, 'modelItem', item.element);
    if (await untilTrue(page, () => isSameModel(readModel(document) ?? '', chosen))) return ok(chosen);
  }
  return fail({ type: 'notHeld', what: 'model', wanted, found: readModel(document) ?? '' });
}

function namedChoice(setting: Setting, value: string): string {
  switch (setting) {
    case 'lengthS':
      return `${value} s`;
    case 'count':
      return `x${value}`;
    default:
      return value;
  }
}
