import type { Result } from '../../../domain/result.ts';
import type { AnchorName } from './anchors.ts';
import { checkPage, type CheckedAnchor, type CheckFacts, type PageCheck } from './check-page.ts';
import { closePanes } from './close-panes.ts';
import type { FlowPage } from './flow-page.ts';
import { first } from './look-for.ts';
import { openPicker } from './picker.ts';
import { openModels, openSettings } from './settings-pane.ts';
import type { Stop } from './stop.ts';

type Opened = Result<unknown, Stop> | null;

/**
 * Checks the page with its settings, its model menu and its picker opened one after the other and closed again: free
 * presses that change nothing. A page with something in the way is checked as it stands.
 */
export async function checkPanes(page: FlowPage, facts: CheckFacts): Promise<PageCheck> {
  const { document } = page;
  const base = checkPage(document, facts);
  if (base.place !== 'project' || base.agent !== 'off' || base.covers.length > 0) return base;
  const checks: PageCheck[] = [];
  const lost: AnchorName[] = [];
  for (const open of [openSettings, openModels, openAnyPicker]) {
    const opened: Opened = await open(page);
    if (opened?.ok) checks.push(checkPage(document, facts));
    else if (opened?.fault.type === 'missing') lost.push(opened.fault.anchor);
  }
  await closePanes(page);
  return merge(base, checks, lost);
}

/** Null where this composer has no picker to open now: both frames are filled. */
async function openAnyPicker(page: FlowPage): Promise<Opened> {
  const closed = await closePanes(page);
  if (!closed.ok) return closed;
  if (first(page.document, 'addMenu') !== null) return openPicker(page, 'ingredient');
  return first(page.document, 'emptyFrame') === null ? null : openPicker(page, 'start');
}

/** What is wrong in one of the checks is wrong; what was found in one is found. */
function merge(base: PageCheck, checks: readonly PageCheck[], lost: readonly AnchorName[]): PageCheck {
  const anchors = base.anchors.map((anchor): CheckedAnchor => {
    if (lost.includes(anchor.name)) return { ...anchor, result: 'missing' };
    const all = [base, ...checks].flatMap((check) =>
      check.anchors.filter(({ name }) => name === anchor.name),
    );
    const of = (result: CheckedAnchor['result']) => all.find((each) => each.result === result);
    return of('tooMany') ?? of('missing') ?? of('found') ?? anchor;
  });
  const isSound = [base, ...checks].every((check) => check.isSound) && lost.length === 0;
  return { ...base, isSound, anchors };
}
