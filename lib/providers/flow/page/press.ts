import type { FreeAnchor } from './anchors.ts';
import { closestOf, hasIcon } from './find.ts';
import type { FlowPage } from './flow-page.ts';
import { all } from './look-for.ts';

/** What nothing of ours ever presses: it sends an order, makes one again, or agrees to something for the user. */
const NEVER = [
  'flow-generate-icon-button',
  '.generate-icon-button',
  '[type="submit"]',
  '[type="image"]',
  '.prompt-warning-button',
  'flow-upload-consent-dialog',
  '.agree-actions-group',
  'flow-permission-message',
  'flow-error-tile',
  'flow-hotbar-container',
].join(', ');

/** Start, Redo, Retry and Send, whatever stands around them. */
const NEVER_ICONS = ['arrow_forward', 'arrow_upward', 'redo', 'refresh', 'send'];

/**
 * Presses a control that costs nothing. Two locks keep Start out (L17): only what the registry calls free can be named,
 * and the element must be found under that name; and nothing that sends, repeats or agrees is pressed whatever its name.
 * Throws if asked to, since that is a defect of ours.
 */
export function press(page: FlowPage, name: FreeAnchor, element: Element): void {
  if (!(element instanceof HTMLElement)) throw new TypeError(`${name} is no element that can be pressed.`);
  if (!all(page.document, name).includes(element)) throw new Error(`Pressed as ${name} what is none.`);
  if (isForbidden(element)) throw new Error(`${name} would send, repeat or agree to something.`);
  element.click();
}

/** Whether pressing an element could send an order, repeat one, or agree to something for the user (L17). */
export function isForbidden(element: Element): boolean {
  if (closestOf(element, NEVER) !== null) return true;
  const button = closestOf(element, 'button, [role="button"]') ?? element;
  if (hasIcon(button, NEVER_ICONS)) return true;
  // A button without a type sends the form that it stands in, and a label presses what it is the label of.
  if (button instanceof HTMLButtonElement && button.form !== null && button.type === 'submit') return true;
  const label = closestOf(element, 'label');
  return label instanceof HTMLLabelElement && label.control !== null && label.control !== element
    ? isForbidden(label.control)
    : false;
}
