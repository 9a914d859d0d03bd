import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { Dirt } from '../dirt';
import { type Random, randomOf } from '../random';
import { MINUTES_PER_DAY, type Minutes } from '../written-dates';
import { madeCase } from './made-case';
import { REGISTER_HEADER, type RegisterCell, type RegisterRow } from './register-cell';

/** What register to make up. The same request gives the same rows. */
export interface RegisterRequest {
  readonly seed: number;
  /** How many rows it has, copies among them; the title, the header and blank rows are none. */
  readonly rows: number;
  readonly dirt: Dirt;
  /** Whether the workbook counts days from 1904. */
  readonly from1904?: boolean;
}

const PLACES_SALT = 29;
const TITLE = 'Ombudsman enquiries and decisions – kept by the complaints team';

/** All rows of the sheet, from its first: a title, an empty row, the header, the enquiries. */
export function registerRows(request: RegisterRequest): RegisterRow[] {
  const rows: RegisterRow[] = [{ cells: [TITLE] }, { cells: [] }, { cells: REGISTER_HEADER }];
  for (let place = 0; place < request.rows; place += 1) rows.push(...rowsAt(request, place));
  return rows;
}

/** Mostly an enquiry of its own, now and then one that was there before; perhaps a row that is none before it. */
function rowsAt({ seed, dirt }: RegisterRequest, place: number): RegisterRow[] {
  const random = randomOf(seed, PLACES_SALT, place);
  const none = random.chance(dirt.noRow)
    ? [{ cells: random.pick<readonly RegisterCell[]>([[], REGISTER_HEADER, ['', ' ']]) }]
    : [];
  const isCopy = place > 0 && random.chance(dirt.plainCopy + dirt.conflictingCopy);
  const cells = madeCase({ seed, dirt }, isCopy ? random.between(0, place - 1) : place);
  const held = isCopy && random.chance(0.5) ? conflicting(random, cells) : cells;
  return [...none, random.chance(dirt.ragged) ? odd(random, held) : { cells: held }];
}

/** The same enquiry with another decision. */
function conflicting(random: Random, cells: readonly RegisterCell[]): RegisterCell[] {
  return cells.map((cell, column) =>
    column === 8 ? random.pick(['Upheld', 'Not upheld', 'Withdrawn']) : cell,
  );
}

/** A note beside the table, two cells merged, or one that shows an error. */
function odd(random: Random, cells: readonly RegisterCell[]): RegisterRow {
  const [first, ...others] = [
    { cells: [...cells, '', 'ring the Ombudsman'] },
    { cells, mergedFrom: random.between(0, REGISTER_HEADER.length - 2) },
    { cells: cells.map((cell, column) => (column === 2 ? { error: '#REF!' } : cell)) },
  ];
  return first === undefined ? { cells } : random.pick<RegisterRow>([first, ...others]);
}

/** The register as an .xlsx workbook. */
export function generateOmbudsman(request: RegisterRequest): Buffer {
  const from1904 = request.from1904 ?? false;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf(registerRows(request), from1904), 'Register');
  book.Workbook = { WBProps: { date1904: from1904 } };
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error('The workbook could not be written');
  return bytes;
}

function sheetOf(rows: readonly RegisterRow[], from1904: boolean): WorkSheet {
  const sheet: WorkSheet = {};
  const merges: NonNullable<WorkSheet['!merges']> = [];
  let width = 1;
  rows.forEach(({ cells, mergedFrom }, r) => {
    width = Math.max(width, cells.length);
    cells.forEach((cell, c) => {
      if (cell !== null) sheet[utils.encode_cell({ r, c })] = written(cell, from1904);
    });
    if (mergedFrom !== undefined) merges.push({ s: { r, c: mergedFrom }, e: { r, c: mergedFrom + 1 } });
  });
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
  sheet['!merges'] = merges;
  return sheet;
}

const ERRORS: Readonly<Record<string, number>> = { '#REF!': 23, '#N/A': 42 };

function written(cell: Exclude<RegisterCell, null>, from1904: boolean): CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell };
  if ('day' in cell) return { t: 'n', v: serialOf(cell.day, from1904), z: 'dd/mm/yyyy' };
  if ('error' in cell) return { t: 'e', v: ERRORS[cell.error] ?? 42 };
  return cell.gave === null ? { t: 'z', f: cell.formula } : { t: 's', v: cell.gave, f: cell.formula };
}

/** Excel's number for 1970-01-01, by the system that the workbook counts by. */
const serialOf = (day: Minutes, from1904: boolean): number =>
  Math.floor(day / MINUTES_PER_DAY) + (from1904 ? 24_107 : 25_569);
