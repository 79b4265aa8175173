import type { Json } from '../domain/scene.ts';
import { readJsonScript, type ReadScenes } from './json-script.ts';
import type { JsonValue } from './json-text.ts';
import { isScriptKey } from './scene-fields.ts';
import { readCells, type CellRow } from './spreadsheet-cells.ts';

/** Of the columns, those that a script has; one alone may be any table. */
const LEAST_KNOWN = 2;

/**
 * Reads the tables of a text whose headings name what a scene has, a row a scene: those of Markdown, else the cells
 * of a spreadsheet that the text is. Null where there is none.
 */
export function readTables(text: string): ReadScenes | null {
  const drawn = markdownTables(text).flatMap(([head, rule, ...body]): readonly JsonValue[] => {
    const isRuled = rule?.cells.every((cell) => /^:?-+:?$/.test(cell)) === true;
    return isRuled ? tableOf(head, body) : [];
  });
  const pieces = drawn.length > 0 ? drawn : spreadsheetOf(text);
  return pieces.length === 0 ? null : { ...readJsonScript(pieces), format: 'table' };
}

/** As copied from a spreadsheet, or saved by one; its first row that is not empty has the headings. */
function spreadsheetOf(text: string): readonly JsonValue[] {
  const [first = ''] = /^.*\S.*$/m.exec(text) ?? [];
  for (const mark of ['\t', ';', ',']) {
    if (first.split(mark).length < LEAST_KNOWN) continue;
    const [head, ...body] = readCells(text, mark).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const pieces = tableOf(head, body);
    if (pieces.length > 0) return pieces;
  }
  return [];
}

function tableOf(head: CellRow | undefined, body: readonly CellRow[]): readonly JsonValue[] {
  const known = head?.cells.filter((cell) => isScriptKey(cell)).length ?? 0;
  return head !== undefined && known >= LEAST_KNOWN && body.length > 0 ? [pieceOf(head, body)] : [];
}

/** Lines that begin with a bar, in groups of neighbours. */
function markdownTables(text: string): readonly (readonly CellRow[])[] {
  const tables: CellRow[][] = [];
  let open: CellRow[] | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    if (!line.trimStart().startsWith('|')) open = null;
    else {
      if (open === null) tables.push((open = []));
      open.push({ cells: cellsOf(line), line: at + 1 });
    }
  }
  return tables;
}

function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) =>
    cell
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/\*\*|__/g, '')
      .trim(),
  );
}

function pieceOf(head: CellRow, body: readonly CellRow[]): JsonValue {
  const value = body.map(({ cells }): Json =>
    Object.fromEntries(
      cells.flatMap((cell, at): [string, Json][] => {
        const key = head.cells[at];
        if (key === undefined || cell === '') return [];
        return [[key, /^\d{1,5}$/.test(cell) ? Number(cell) : cell]];
      }),
    ),
  );
  const lines = body.map(({ line }) => line);
  return { value, line: head.line, linesOf: (array) => (array === value ? lines : []), mends: [] };
}
