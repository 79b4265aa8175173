import { isList, type List } from './dig.ts';
import { isReference } from './flow-id.ts';

/** Words of a prompt and what it mentions. */
export interface PromptParts {
  readonly text: string;
  /** Ids of pictures and characters that stand among the words. */
  readonly mentions: readonly string[];
}

/**
 * Reads `[[part, part …], …]`, with or without two empty slots around it, where a part is `[words]` or
 * `[null, [[id, name]]]`; null where it is something else. Source: captures of the page, Sept–Oct 2026.
 */
export function readPromptParts(value: unknown): PromptParts | null {
  if (!isList(value)) return null;
  const lines = value[0] === null && value[1] === null ? value[2] : value;
  if (!isList(lines) || lines.length === 0) return null;
  const [texts, mentions]: [string[], string[]] = [[], []];
  for (const line of lines) {
    const read = isList(line) ? readLine(line) : null;
    if (read === null) return null;
    texts.push(read.text);
    mentions.push(...read.mentions);
  }
  return { text: texts.join('\n'), mentions };
}

function readLine(line: List): PromptParts | null {
  let text = '';
  const mentions: string[] = [];
  for (const part of line) {
    if (!isList(part)) return null;
    const [words, mentioned] = part;
    if (typeof words === 'string') text += words;
    else if (words === null && isList(mentioned)) mentions.push(...mentioned.flatMap(idOf));
    else return null;
  }
  return line.length === 0 ? null : { text, mentions };
}

function idOf(mention: unknown): readonly string[] {
  const id: unknown = isList(mention) ? mention[0] : null;
  return isReference(id) ? [id] : [];
}
