import type { Json } from '../domain/scene.ts';
import { readJsonScript, type ReadScenes } from './json-script.ts';
import type { JsonValue } from './json-text.ts';
import { isScriptKey } from './scene-fields.ts';

/** Of the columns, those that a script has; one alone may be any table. */
const LEAST_KNOWN = 2;

interface Row {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** Reads the tables of a text whose headings name what a scene has, a row a scene; null where there is none. */
export function readTables(text: string): ReadScenes | null {
  const pieces = tablesOf(text).flatMap((rows): readonly JsonValue[] => {
    const [head, rule, ...body] = rows;
    const isTable = head !== undefined && rule?.cells.every((cell) => /^:?-+:?$/.test(cell)) === true;
    const known = head?.cells.filter((cell) => isScriptKey(cell)).length ?? 0;
    return isTable && known >= LEAST_KNOWN && body.length > 0 ? [pieceOf(head, body)] : [];
  });
  return pieces.length === 0 ? null : { ...readJsonScript(pieces), format: 'table' };
}

/** Lines that begin with a bar, in groups of neighbours. */
function tablesOf(text: string): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let open: Row[] | null = null;
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

function pieceOf(head: Row, body: readonly Row[]): JsonValue {
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
