import type { Fault } from '../../../domain/fault.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { all, first } from './look-for.ts';
import { isSamePrompt, readPrompt } from './read-composer.ts';
import type { Stop } from './stop.ts';

/**
 * The most characters that Flow takes. The box holds more, but 2,510 were refused three times with the words for
 * unusual activity where 2,427 had been taken. Source: one session, Sept 2026.
 */
export const PROMPT_LIMIT = 2_450;

const MOST_TRIES = 3;

/** The prompt as it is written: in one line, since a line break is what could send it, and the editor merges space. */
export function oneLine(prompt: string): string {
  return prompt.replace(/\s+/g, ' ').trim();
}

/** Refuses a prompt that Flow would refuse with misleading words; null where it can be sent. */
export function tooLong(prompt: string): Extract<Fault, { type: 'PromptTooLong' }> | null {
  const characters = oneLine(prompt).length;
  return characters > PROMPT_LIMIT ? { type: 'PromptTooLong', characters, limit: PROMPT_LIMIT } : null;
}

/**
 * Writes the prompt where it differs and reads it back. The text goes in as the browser's own edit: the editor knows
 * nothing of text that is only put into the page. No key is sent, since Enter would be Start.
 */
export async function writePrompt(page: FlowPage, prompt: string): Promise<Result<null, Stop>> {
  const { document } = page;
  const text = oneLine(prompt);
  const holds = (): boolean =>
    isSamePrompt(readPrompt(document), text) && all(document, 'mention').length === 0;
  for (let tries = 0; tries < MOST_TRIES && !holds(); tries++) {
    const editor = first(document, 'editor');
    if (!(editor instanceof HTMLElement)) return fail({ type: 'missing', anchor: 'editor' });
    await clear(page, editor);
    if (text !== '') document.execCommand('insertText', false, text);
    await untilTrue(page, holds);
  }
  return holds()
    ? ok(null)
    : fail({ type: 'notHeld', what: 'prompt', wanted: text, found: readPrompt(document) });
}

async function clear(page: FlowPage, editor: HTMLElement): Promise<void> {
  const { document } = page;
  const isEmpty = (): boolean => readPrompt(document) === '' && all(document, 'mention').length === 0;
  putCaretInto(document, editor);
  if (isEmpty()) return;
  document.execCommand('selectAll');
  document.execCommand('delete');
  await untilTrue(page, isEmpty, 1_000);
  putCaretInto(document, editor);
}

/** Focus alone leaves the caret where it was, and the commands would then be meant for the whole page. */
function putCaretInto(document: Document, editor: HTMLElement): void {
  editor.focus();
  const selection = document.getSelection();
  selection?.selectAllChildren(editor.lastElementChild ?? editor);
  selection?.collapseToEnd();
}
