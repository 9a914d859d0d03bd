import { FileRefused } from '../../record';
import { columnsOf } from '../csv/header';
import { foldName } from '../csv/header-name';
import { rowTexts, type Sheet } from './open-workbook';

/** Where the table of a workbook is. */
export interface FoundHeader {
  readonly sheet: Sheet;
  /** The header's row, from 0. */
  readonly row: number;
  /** The source's column names by the sheet's column, from 0; a column that the header does not name has none. */
  readonly columns: ReadonlyMap<number, string>;
}

/** Where all of them are. */
export interface FoundHeaders {
  readonly found: readonly FoundHeader[];
  readonly hidden: readonly Sheet[];
}

/** Titles and empty rows may stand above a header, but not more of them. */
const SEARCHED_ROWS = 30;

/**
 * Finds the header by its names, in any order and case, within the first rows of the sheets that people see: a register
 * may have a sheet for each year. `hidden` are the sheets that have it and are not seen.
 * Throws `FileRefused`: HIDDEN_SHEET where only a hidden sheet has it, MISSING_COLUMN or WRONG_HEADER where none has it
 * whole.
 */
export function findHeaders(sheets: readonly Sheet[], header: readonly string[]): FoundHeaders {
  const visible = sheets.filter((sheet) => sheet.visible);
  const found = visible.flatMap((sheet) => headerIn(sheet, header) ?? []);
  const hidden = sheets.filter((sheet) => !sheet.visible && headerIn(sheet, header) !== null);
  if (found.length > 0) return { found, hidden };
  const [first] = hidden;
  if (first) throw hiddenSheet(first);
  refuseNearest(visible, header);
  throw new FileRefused(
    'WRONG_HEADER',
    `No sheet has the header of this source in its first ${SEARCHED_ROWS} rows. Check that the right file was chosen.`,
  );
}

function headerIn(sheet: Sheet, header: readonly string[]): FoundHeader | null {
  const row = searchedRows(sheet).find((at) => {
    const names = namesIn(sheet, at);
    return names.length === header.length && header.every((name) => names.includes(foldName(name)));
  });
  return row === undefined ? null : { sheet, row, columns: columnsIn(rowTexts(sheet, row), header) };
}

const searchedRows = ({ cells }: Sheet): number[] =>
  Array.from({ length: Math.min(cells.length, SEARCHED_ROWS) }, (_, row) => row);

const namesIn = (sheet: Sheet, row: number): string[] =>
  rowTexts(sheet, row)
    .map(foldName)
    .filter((name) => name !== '');

function columnsIn(texts: readonly string[], header: readonly string[]): ReadonlyMap<number, string> {
  const ours = new Map(header.map((name) => [foldName(name), name]));
  return new Map(
    texts.flatMap((text, column) => {
      const name = ours.get(foldName(text));
      return name === undefined ? [] : [[column, name] as const];
    }),
  );
}

/** Says of the row that comes nearest what it lacks or has too much of; a row with half of the names is meant as one. */
function refuseNearest(sheets: readonly Sheet[], header: readonly string[]): void {
  const wanted = new Set(header.map(foldName));
  const rows = sheets.flatMap((sheet) =>
    searchedRows(sheet).map((row) => {
      const names = namesIn(sheet, row);
      return { sheet, row, known: new Set(names.filter((name) => wanted.has(name))).size };
    }),
  );
  const [nearest] = rows.sort((a, b) => b.known - a.known);
  if (!nearest || nearest.known * 2 < header.length) return;
  const written = rowTexts(nearest.sheet, nearest.row).filter((text) => text !== '');
  columnsOf({ written, header, line: nearest.row + 1 });
}

/** A sheet's name as a message repeats it. */
const excerpt = ({ name }: Sheet): string => `"${name.slice(0, 60)}"`;

const hiddenSheet = (sheet: Sheet): FileRefused =>
  new FileRefused(
    'HIDDEN_SHEET',
    `The header of this source stands on the sheet ${excerpt(sheet)} alone, which is hidden; only sheets that people see ` +
      'are read. Unhide it in Excel if it is the right one, and import again.',
  );
