import type { CellObject } from '@e965/xlsx';
import type { CellMark, RawRow } from '../../record';
import { cellText } from './cell-text';
import type { FoundHeader } from './find-header';
import { mergedCells } from './merged-cells';
import type { Cells } from './open-workbook';

export interface Table extends FoundHeader {
  readonly from1904: boolean;
  /** The columns that hold days: only there a number is one. */
  readonly dayColumns: ReadonlySet<string>;
  /** Whether it is one of several, so that a row is told with its sheet. */
  readonly isOneOfSeveral: boolean;
}

/** The rows under a header, empty ones left out. `line` is the sheet's row, from 1. */
export function* sheetRows(table: Table): Generator<RawRow> {
  const { cells, merged } = table.sheet;
  const firstRow = table.row + 1;
  const inTable = mergedCells(merged, {
    ...{ columns: [...table.columns.keys()], firstRow, lastRow: cells.length - 1 },
  });
  for (let row = firstRow; row < cells.length; row += 1) {
    const written = cells[row];
    const raw = written ? rawRow(table, { row, cells: written, merged: inTable.of(row) }) : null;
    if (raw !== null) yield raw;
  }
}

interface SheetRow {
  readonly row: number;
  readonly cells: Cells[number];
  readonly merged: ReadonlyMap<number, { readonly first: boolean }>;
}

/** Null for a row in which nothing is written. */
function rawRow(table: Table, { row, cells, merged }: SheetRow): RawRow | null {
  const texts: Record<string, string> = {};
  const marks: Record<string, CellMark[]> = {};
  for (const [column, name] of table.columns) {
    const cell = cells[column];
    const range = merged.get(column);
    texts[name] = range && !range.first ? '' : text(cell, name, table);
    const found = marksOf(cell, range !== undefined);
    if (found.length > 0) marks[name] = found;
  }
  const beside = cells
    .filter((_, column) => !table.columns.has(column))
    .map((cell) => text(cell, null, table))
    .filter((written) => written !== '');
  if (beside.length === 0 && Object.values(texts).every((written) => written === '')) return null;
  const expected = table.columns.size;
  return {
    line: row + 1,
    cells: texts,
    ...(table.isOneOfSeveral ? { sheet: table.sheet.name } : {}),
    ...(Object.keys(marks).length === 0 ? {} : { marks }),
    ...(beside.length === 0
      ? {}
      : { ragged: { kind: 'long' as const, found: expected + beside.length, expected, beyond: beside } }),
  };
}

const text = (cell: CellObject | undefined, column: string | null, { from1904, dayColumns }: Table): string =>
  cellText(cell, { isDay: column !== null && dayColumns.has(column), from1904 });

function marksOf(cell: CellObject | undefined, isMerged: boolean): CellMark[] {
  return [
    ...(cell?.f === undefined && cell?.F === undefined ? [] : (['formula'] as const)),
    ...(cell?.t === 'e' ? (['error'] as const) : []),
    ...(isMerged ? (['merged'] as const) : []),
  ];
}
