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
  return /\S[^\n]*\n[ \t]*\n\s*\S/u.test(text) ? 'blocks' : 'lines';
}

/** Reads a text as one scene a line, or one a block between empty lines. */
export function readPlainText(text: string, cut: TextCut): ReadScenes {
  const pieces = cut === 'lines' ? lines(text) : blocks(text);
  const drafted = pieces.map((piece) => draftOfText(piece.text));
  const notes = drafted.flatMap(({ notes: noted }, at): readonly ScriptNote[] =>
    noted.map((note) => ({ ...note, line: pieces[at]?.line ?? null, scene: at + 1 })),
  );
  return { format: cut, drafts: drafted.map(({ draft }) => draft), notes, aspect: null };
}

function lines(text: string): readonly Piece[] {
  return text
    .split('\n')
    .map((line, at) => ({ text: line.trim(), line: at + 1 }))
    .filter((piece) => piece.text !== '');
}

function blocks(text: string): readonly Piece[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = null;
    else if (open === null) found.push((open = { text: line.trim(), line: at + 1 }));
    else open.text += `\n${line.trim()}`;
  }
  return found;
}
