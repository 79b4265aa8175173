import { fail, ok, type Result } from '../../../domain/result.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, first } from './look-for.ts';
import { press } from './press.ts';
import type { Stop } from './stop.ts';

const CLOSE_MS = 1_000;
const MOST_PRESSES = 5;

/**
 * Closes what Retake opened, down to the last backdrop: one that is left would swallow the user's own press. A dialog
 * that Flow opened meanwhile is the user's to answer, and so is its backdrop.
 */
export async function closePanes(page: FlowPage): Promise<Result<null, Stop>> {
  const { document } = page;
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (isClear(document)) return ok(null);
    if (first(document, 'consentDialog') !== null)
      return fail({ type: 'obstacles', obstacles: [{ type: 'ConsentAsked' }] });
    if (hasDialog(document)) return fail({ type: 'obstacles', obstacles: [{ type: 'DialogOpen' }] });
    pressToClose(page, presses);
    await untilTrue(page, () => isClear(document), CLOSE_MS);
  }
  return isClear(document) ? ok(null) : fail({ type: 'obstacles', obstacles: [{ type: 'BackdropLeft' }] });
}

function isClear(document: Document): boolean {
  const panes = ['settingsPane', 'modelItem', 'picker', 'backdrop'] as const;
  return panes.every((name) => first(document, name) === null);
}

function hasDialog(document: Document): boolean {
  const panes = (['settingsPane', 'modelItem', 'picker'] as const).flatMap((name) => all(document, name));
  return all(document, 'dialog').some((dialog) => !panes.some((pane) => dialog.contains(pane)));
}

/** The topmost backdrop; without one the button that opened the pane; every third time the editor, which closes all. */
function pressToClose(page: FlowPage, presses: number): void {
  const { document } = page;
  const backdrop = all(document, 'backdrop').at(-1);
  const opener = first(document, 'picker') === null ? 'settingsTrigger' : 'addMenu';
  const trigger = first(document, opener);
  const editor = first(document, 'editor');
  if (presses % 3 === 2 && editor !== null) press(page, 'editor', editor);
  else if (backdrop !== undefined) press(page, 'backdrop', backdrop);
  else if (trigger !== null && presses % 3 === 0) press(page, opener, trigger);
  else if (editor !== null) press(page, 'editor', editor);
}
