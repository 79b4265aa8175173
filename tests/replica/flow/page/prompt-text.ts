import type { PromptPart } from './orders.ts';

/** White space of any kind and amount is one space, as in the real editor. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Adds words or a mention; words beside words become one piece. */
export function addPart(parts: readonly PromptPart[], part: PromptPart): readonly PromptPart[] {
  const last = parts.at(-1);
  if (part.type === 'mention' || last?.type !== 'text') return [...parts, part];
  return [...parts.slice(0, -1), { type: 'text', text: collapse(last.text + part.text) }];
}

function mentionOf(node: HTMLElement): PromptPart {
  return {
    type: 'mention',
    mediaId: node.dataset['entityId'] ?? '',
    workflowId: node.dataset['mentionId'] ?? '',
    title: (node.textContent ?? '').replace(/^@/, ''),
  };
}

/** A break at the end of a line only holds it open. */
function isBreak(node: Node): boolean {
  if (node.nodeName === 'BR') return node.nextSibling !== null;
  return node.nodeName === 'P' || node.nodeName === 'DIV';
}

/** Reads what stands in the editor; the placeholder is none of it, and lines run together. */
export function readParts(root: Node): readonly PromptPart[] {
  let parts: readonly PromptPart[] = [];
  const read = (node: Node) => {
    if (node instanceof HTMLElement && node.classList.contains('prosemirror-placeholder')) return;
    if (node instanceof HTMLElement && node.classList.contains('mention-chip')) {
      parts = addPart(parts, mentionOf(node));
      return;
    }
    if (isBreak(node) && parts.length > 0) parts = addPart(parts, { type: 'text', text: ' ' });
    if (node.nodeType === 3) parts = addPart(parts, { type: 'text', text: collapse(node.nodeValue ?? '') });
    for (const child of node.childNodes) read(child);
  };
  for (const child of root.childNodes) read(child);
  return withoutEmpty(parts);
}

function withoutEmpty(parts: readonly PromptPart[]): readonly PromptPart[] {
  const isBlank = parts.every((part) => part.type === 'text' && part.text.trim() === '');
  return isBlank ? [] : parts.filter((part) => part.type === 'mention' || part.text !== '');
}
