import { fail, ok, type Result } from '../../../domain/result.ts';
import { iconsIn, piecesIn, wordsIn } from './find.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, first } from './look-for.ts';
import { modelNameIn } from './model-names.ts';
import { parseChoice, type Choice, type Setting } from './parse-choice.ts';
import { press } from './press.ts';
import type { Stop } from './stop.ts';

/** One button of a row in the settings pane. */
export interface ChoiceButton extends Choice {
  readonly element: Element;
  readonly isChosen: boolean;
  readonly isOffered: boolean;
}

/** An item of the model menu. */
export interface ModelItem {
  readonly name: string;
  readonly element: Element;
}

/** Long enough for a pane to come, short enough to notice that a leftover backdrop ate the press. */
const PANE_MS = 1_500;
const MOST_PRESSES = 4;

/** Reads the rows of the open pane. */
export function readChoices(document: Document): readonly ChoiceButton[] {
  return all(document, 'choice').flatMap((element) => {
    const choice = parseChoice(iconsIn(element), wordsIn(element));
    if (choice === null) return [];
    const isChosen = element.getAttribute('aria-checked') === 'true';
    const isOffered = !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true';
    return [{ ...choice, element, isChosen, isOffered }];
  });
}

/** What a row is set to; null where the pane has no such row, or has not told yet. */
export function chosenOf(document: Document, setting: Setting): string | null {
  return readChoices(document).find((each) => each.setting === setting && each.isChosen)?.value ?? null;
}

/** What a row offers now. */
export function offeredOf(document: Document, setting: Setting): readonly string[] {
  return readChoices(document)
    .filter((each) => each.setting === setting && each.isOffered)
    .map(({ value }) => value);
}

/** The model that the pane names; null where it names none. */
export function readModel(document: Document): string | null {
  const name = first(document, 'modelName') ?? first(document, 'modelTrigger');
  return name === null ? null : modelNameIn(piecesIn(name));
}

/** The items of the open model menu. */
export function readModelItems(document: Document): readonly ModelItem[] {
  return all(document, 'modelItem').flatMap((element) => {
    const name = modelNameIn(piecesIn(element));
    const isOffered = !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true';
    return name === null || !isOffered ? [] : [{ name, element }];
  });
}

/** Opens the settings pane if it is not open: the button that opens it would close it. */
export async function openSettings(page: FlowPage): Promise<Result<null, Stop>> {
  const isOpen = (): boolean => all(page.document, 'choice').length > 0;
  for (let presses = 0; presses < MOST_PRESSES && !isOpen(); presses++) {
    const trigger = first(page.document, 'settingsTrigger');
    if (trigger === null) return fail({ type: 'missing', anchor: 'settingsTrigger' });
    press(page, 'settingsTrigger', trigger);
    await untilTrue(page, isOpen, PANE_MS);
  }
  return isOpen() ? ok(null) : fail({ type: 'missing', anchor: 'settingsPane' });
}

/** Opens the model menu, and the pane that it hangs on. */
export async function openModels(page: FlowPage): Promise<Result<readonly ModelItem[], Stop>> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const items = readModelItems(page.document);
    if (items.length > 0) return ok(items);
    const opened = await openSettings(page);
    if (!opened.ok) return opened;
    const trigger = first(page.document, 'modelTrigger');
    if (trigger === null) return fail({ type: 'missing', anchor: 'modelTrigger' });
    press(page, 'modelTrigger', trigger);
    await untilTrue(page, () => readModelItems(page.document).length > 0, PANE_MS);
  }
  return fail({ type: 'missing', anchor: 'modelItem' });
}
