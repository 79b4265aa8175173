/** A row of cells, and the line on which it begins, from 1. */
export interface CellRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads the cells of a text as spreadsheets copy and save them: a mark between cells, a line a row; a cell in quotes
 * may hold the mark and lines of its own, and a quote twice.
 * Source: https://www.rfc-editor.org/rfc/rfc4180#section-2, with other marks than the comma.
 */
export function readCells(text: string, mark: string): readonly CellRow[] {
  const rows: CellRow[] = [];
  let cells: string[] = [];
  let begins = 1;
  let line = 1;
  // One cell and what ends it, from where the last one ended.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"[^\\S\n${mark}]*|([^${mark}\n]*))(${mark}|\n|$)`, 'y');
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [whole, quoted, bare = '', end] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.split('\n').length - 1;
    if (end === mark) continue;
    rows.push({ cells, line: begins });
    cells = [];
    begins = line;
    if (end === '') return rows;
  }
  return rows;
}
