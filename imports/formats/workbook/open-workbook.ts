import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellText } from './cell-text';
import { checkContainer } from './check-container';
import { type Unseen, unseenOf } from './unseen';
import { damaged } from './zip-directory';

/** The cells of a sheet by row and column from 0; sparse. */
export type Cells = NonNullable<WorkSheet['!data']>;

/** A range of cells from 0, both ends included. */
export interface CellRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

export interface Sheet {
  readonly name: string;
  readonly visible: boolean;
  readonly cells: Cells;
  readonly merged: readonly CellRange[];
  readonly unseen: Unseen;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

const NOTHING_UNSEEN: Unseen = {
  ...{ hiddenRows: new Set(), hiddenColumns: [], struckRows: new Set(), isFiltered: false },
};

/** What Excel lets a sheet have. */
const MOST_ROWS = 1_048_576;

/**
 * Opens a workbook from its bytes. Formulas are not worked out, macros and links are not followed.
 * Throws `FileRefused`: NOT_A_WORKBOOK, ENCRYPTED_WORKBOOK, WORKBOOK_TOO_LARGE.
 */
export function openWorkbook(file: Buffer): Workbook {
  checkContainer(file);
  const book = parsed(file);
  const unseen = unseenOf(file);
  const sheets = book.SheetNames.map((name, place) => {
    const sheet = book.Sheets[name];
    const cells = sheet?.['!data'] ?? [];
    if (cells.length > MOST_ROWS) throw damaged();
    // 1 is hidden, 2 hidden so that only a macro shows it again.
    const visible = (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) === 0;
    return {
      name,
      visible,
      cells,
      merged: sheet?.['!merges'] ?? [],
      unseen: unseen[place] ?? NOTHING_UNSEEN,
    };
  });
  return { sheets, from1904: book.Workbook?.WBProps?.date1904 ?? false };
}

function parsed(file: Buffer): WorkBook {
  try {
    return read(file, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      sheetStubs: true,
    });
  } catch {
    throw damaged();
  }
}

/** The texts of one row, by column from 0. */
export const rowTexts = ({ cells }: Sheet, row: number): string[] =>
  Array.from(cells[row] ?? [], (cell) => cellText(cell, { isDay: false, from1904: false }));
