import { SCENE_LIMIT } from '../domain/scene.ts';
import type { ScriptNote, TextCut } from '../domain/script-preview.ts';
import { draftOfText } from './make-draft.ts';
import type { ReadScenes } from './json-script.ts';

interface Piece {
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

/** How a text is cut where nobody says: an empty line between others means blocks. */
export function usualCut(text: string): TextCut {
  const trimmed = text.trim().split('\n');
  return trimmed.some((line) => line.trim() === '') ? 'blocks' : 'lines';
}

/** Reads a text as one scene a line, or one a block between empty lines. */
export function readPlainText(text: string, cut: TextCut): ReadScenes {
  const pieces = cut === 'lines' ? lines(text) : blocks(text);
  const drafted = pieces.slice(0, SCENE_LIMIT + 1).map((piece) => draftOfText(piece.text));
  const notes = drafted.flatMap(({ notes: noted }, at): readonly ScriptNote[] =>
    noted.map((note) => ({ ...note, line: pieces[at]?.line ?? null, scene: at + 1 })),
  );
  const drafts = drafted.map(({ draft }) => draft);
  return { format: cut, drafts, count: pieces.length, notes, aspect: null };
}

function lines(text: string): readonly Piece[] {
  return text
    .split('\n')
    .map((line, at) => ({ text: line.trim(), line: at + 1 }))
    .filter((piece) => !isBetween(piece.text));
}

function blocks(text: string): readonly Piece[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    if (isBetween(line.trim())) open = null;
    else if (open === null) found.push((open = { text: line.trim(), line: at + 1 }));
    else open.text += `\n${line.trim()}`;
  }
  return found;
}

/** An empty line, a fence of code or a rule: it stands between scenes and is none. */
function isBetween(line: string): boolean {
  return line === '' || /^(?:`{3,}|~{3,})[\w-]*$|^[-*_=|:][-*_=|: ]{2,}$/.test(line);
}
