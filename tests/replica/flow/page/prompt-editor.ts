import { el, fill } from './dom.ts';
import type { PromptPart } from './orders.ts';
import { addPart, collapse, readParts } from './prompt-text.ts';

/** What the editor tells, and asks for. */
export interface EditorOptions {
  readonly placeholder: string;
  readonly label: string;
  readonly onChange: (parts: readonly PromptPart[]) => void;
  /** `@` was typed alone. */
  readonly onMention: () => void;
  readonly onPictures: (files: readonly File[], event: Event) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
}

export interface Editor {
  readonly root: HTMLElement;
  /** Shows what the page knows the prompt to be. */
  readonly show: (parts: readonly PromptPart[]) => void;
}

function nodeOf(part: PromptPart): Node {
  if (part.type === 'text') return document.createTextNode(part.text);
  const marks = {
    class: 'mention-chip',
    contenteditable: 'false',
    'data-reference-type': 'media',
    'data-mention-id': part.workflowId,
    'data-entity-id': part.mediaId,
  };
  return el('span', marks, `@${part.title}`);
}

function endOf(node: Node): void {
  const selection = document.getSelection();
  selection?.selectAllChildren(node);
  selection?.collapseToEnd();
}

/** Whether the nodes are as the page would draw them, so that typing is not disturbed by drawing anew. */
function isDrawn(root: HTMLElement, parts: readonly PromptPart[]): boolean {
  const line = root.firstChild;
  if (root.childNodes.length !== 1 || line?.nodeName !== 'P' || parts.length === 0) return false;
  const nodes = [...line.childNodes].filter((node) => node.nodeName !== 'BR');
  return (
    nodes.length === parts.length &&
    nodes.every((node, at) => {
      const part = parts[at];
      return part?.type === 'text'
        ? node.nodeType === 3 && node.nodeValue === part.text
        : node.nodeType === 1;
    })
  );
}

function draw(root: HTMLElement, parts: readonly PromptPart[], placeholder: string): void {
  if (isDrawn(root, parts)) return;
  const trailing = el('br', { class: 'ProseMirror-trailingBreak' });
  const line = el('p', {}, ...(parts.length === 0 ? [trailing] : parts.map(nodeOf)));
  const hint = el('span', { class: 'prosemirror-placeholder', contenteditable: 'false' }, placeholder);
  fill(root, parts.length === 0 ? hint : null, line);
  if (root.contains(document.activeElement) || root.matches(':focus')) endOf(line);
}

/**
 * An editor that keeps its own document and draws it, as ProseMirror does: input events change the document, nodes
 * that a script puts in do not. Source: captures of the page, Sept–Oct 2026.
 */
export function promptEditor(options: EditorOptions): Editor {
  const root = el('div', {
    class: 'ProseMirror',
    contenteditable: 'true',
    translate: 'no',
    role: 'textbox',
    'aria-label': options.label,
    'aria-multiline': 'true',
  });
  let parts: readonly PromptPart[] = [];
  const show = (next: readonly PromptPart[]) => {
    parts = next;
    draw(root, parts, options.placeholder);
  };
  const change = (next: readonly PromptPart[]) => {
    show(next);
    options.onChange(parts);
  };
  listen(root, options, { read: () => change(readParts(root)), parts: () => parts, change });
  show([]);
  return { root, show };
}

interface Model {
  readonly read: () => void;
  readonly parts: () => readonly PromptPart[];
  readonly change: (parts: readonly PromptPart[]) => void;
}

function listen(root: HTMLElement, options: EditorOptions, model: Model): void {
  const insert = (text: string) => {
    if (text !== '') model.change(addPart(model.parts(), { type: 'text', text: collapse(text) }));
    if (text === '@') options.onMention();
  };
  root.addEventListener('beforeinput', (event) => beforeInput(event, model, insert));
  root.addEventListener('input', (event) => {
    // The browser's own typing, and execCommand; an event of a script brings no text with it.
    if (!event.isTrusted) return;
    model.read();
    if (event instanceof InputEvent && event.data === '@') options.onMention();
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    options.onEnter(event);
  });
  root.addEventListener('paste', (event) => {
    event.preventDefault();
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (files.length > 0) options.onPictures(files, event);
    else insert(event.clipboardData?.getData('text/plain') ?? '');
  });
}

/** A script's own `beforeinput` is taken as typing; the browser's is followed by `input`. */
function beforeInput(event: InputEvent, model: Model, insert: (text: string) => void): void {
  if (event.isTrusted) return;
  event.preventDefault();
  if (event.inputType.startsWith('insert')) insert(event.data ?? '');
  else if (event.inputType.startsWith('delete')) model.change([]);
}
