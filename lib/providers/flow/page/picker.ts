import { fail, ok, type Result } from '../../../domain/result.ts';
import { wordsIn } from './find.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, allIn, first } from './look-for.ts';
import { press } from './press.ts';
import { closePanes } from './close-panes.ts';
import type { Slot, Stop } from './stop.ts';

const PICKER_MS = 2_000;
/** A fresh upload may be missing at first: the picker is opened again. Source: captures of Oct 2026. */
const MOST_OPENINGS = 3;
const ROWS_MS = 2_500;
const SEARCH_MS = 600;
const ADD_MS = 1_500;
const MOST_ADDS = 2;
/** A picture is read from its chip once the chip has loaded it. */
const THERE_MS = 10_000;

/** Opens the picker of a slot if no picker is open. */
export async function openPicker(page: FlowPage, slot: Slot): Promise<Result<null, Stop>> {
  const { document } = page;
  const isOpen = (): boolean => first(document, 'picker') !== null;
  for (let presses = 0; presses < 3 && !isOpen(); presses++) {
    const pressed = slot === 'ingredient' ? pressAddMenu(page) : pressFrame(page, slot);
    if (!pressed.ok) return pressed;
    await untilTrue(page, isOpen, PICKER_MS);
  }
  return isOpen() ? ok(null) : fail({ type: 'missing', anchor: 'picker' });
}

/**
 * Attaches what the project already has, found by its name, which must be unique: rows bear no ids. `isThere` says
 * whether it arrived; false where no row, or more than one, has the name.
 */
export async function pickByName(
  page: FlowPage,
  slot: Slot,
  name: string,
  isThere: () => boolean,
): Promise<Result<boolean, Stop>> {
  for (let opening = 0; opening < MOST_OPENINGS; opening++) {
    const opened = await openPicker(page, slot);
    if (!opened.ok) return opened;
    search(page, name);
    // The list is drawn anew a moment after the search; a row pressed before that is forgotten.
    await page.sleep(SEARCH_MS, page.signal);
    if (await untilTrue(page, () => rowsNamed(page.document, name).length > 0, ROWS_MS)) {
      const isOne = rowsNamed(page.document, name).length === 1;
      if (isOne) await addRow(page, name, isThere);
      const closed = await closePanes(page);
      return closed.ok ? ok(isOne && isThere()) : closed;
    }
    const closed = await closePanes(page);
    if (!closed.ok) return closed;
  }
  return ok(false);
}

function pressAddMenu(page: FlowPage): Result<null, Stop> {
  const trigger = first(page.document, 'addMenu');
  if (trigger === null) return fail({ type: 'missing', anchor: 'addMenu' });
  press(page, 'addMenu', trigger);
  return ok(null);
}

function pressFrame(page: FlowPage, slot: Slot): Result<null, Stop> {
  const frame = all(page.document, 'frame')[slot === 'start' ? 0 : 1];
  if (frame === undefined) return fail({ type: 'missing', anchor: 'frame' });
  const [empty] = allIn(page.document, frame, 'emptyFrame');
  if (empty === undefined) return fail({ type: 'missing', anchor: 'emptyFrame' });
  press(page, 'emptyFrame', empty);
  return ok(null);
}

/** All assets, since the picker keeps the last tab, narrowed by the name. */
function search(page: FlowPage, name: string): void {
  const tab = first(page.document, 'pickerTab');
  if (tab !== null && tab.getAttribute('aria-selected') !== 'true') press(page, 'pickerTab', tab);
  const input = first(page.document, 'pickerSearch');
  if (!(input instanceof HTMLInputElement)) return;
  input.value = name;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function rowsNamed(document: Document, name: string): readonly Element[] {
  return all(document, 'pickerRow').filter((row) => {
    const [title] = allIn(document, row, 'pickerRowTitle');
    const words = wordsIn(title ?? row);
    return words === name || words === name.replace(/\.\w+$/, '');
  });
}

/** The active row adds at once; any other only becomes active, and Add follows. */
async function addRow(page: FlowPage, name: string, isThere: () => boolean): Promise<void> {
  const { document } = page;
  const isOver = (): boolean => isThere() || first(document, 'picker') === null;
  for (let tries = 0; tries < MOST_ADDS && !isOver(); tries++) {
    const [row] = rowsNamed(document, name);
    if (row !== undefined) press(page, 'pickerRow', row);
    if (await untilTrue(page, isOver, ADD_MS)) break;
    const add = first(document, 'pickerAdd');
    if (add !== null) press(page, 'pickerAdd', add);
    await untilTrue(page, isOver);
  }
  await untilTrue(page, isThere, THERE_MS);
}
